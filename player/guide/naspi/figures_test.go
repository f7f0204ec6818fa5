package naspi

import (
	"regexp"
	"strings"
	"testing"

	"videoguida/player"
	"videoguida/player/a11y"
	"videoguida/player/l10n"
	"videoguida/player/paint"
	"videoguida/player/script"
)

// figure is an amount, a percentage or a date, as it is painted.
var figure = regexp.MustCompile(`[0-9][0-9.]*,[0-9]{2}|[0-9]+%|[0-9]+° [a-z]+ [0-9]{4}|[0-9]+ [a-z]+ [0-9]{4}`)

// TestPaintedFiguresAreTold (28): every amount, percentage and date on the
// stage is narrated, audio-described or in the table of its scene.
func TestPaintedFiguresAreTold(t *testing.T) {
	var o paint.Ops
	var tree a11y.Tree
	seen := 0
	told := map[string]string{}
	for _, pr := range profiles() {
		for _, ch := range script.Read(Board(), Facts(pr.claims, pr.today), l10n.Lookup("it")) {
			told[pr.name+ch.Scene.ID] = spokenIn(ch)
		}
	}
	everyMark(t, func(p *player.Player, where string) {
		p.Paint(&o)
		p.Describe(&tree)
		name, _, _ := strings.Cut(where, " naspi-")
		tl := p.Timeline()
		all := told[name+tl.Chapters[tl.Lines[tl.LineAt(p.State().T)].Chapter].Scene.ID] + cells(&tree)
		o.Texts(func(s string) {
			for _, f := range figure.FindAllString(s, -1) {
				seen++
				if !strings.Contains(all, strings.TrimSuffix(f, "%")) {
					t.Errorf("%s: %q is painted and not told", where, f)
				}
			}
		})
	})
	if seen < 500 {
		t.Errorf("only %d figures were painted: the test looks for the wrong ones", seen)
	}
}

// spokenIn is all that a chapter says and describes.
func spokenIn(ch script.Chapter) string {
	var b strings.Builder
	for _, l := range ch.Lines {
		b.WriteString(l.Text + "\n" + l.Describe + "\n")
	}
	return b.String()
}

// cells is what the frame's tables hold.
func cells(tree *a11y.Tree) string {
	var b strings.Builder
	for _, n := range tree.Nodes {
		if n.Grid == nil {
			continue
		}
		for _, row := range n.Grid.Rows {
			b.WriteString(strings.Join(row, "\n") + "\n")
		}
	}
	return b.String()
}
