package naspi

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"videoguida/player/l10n"
	"videoguida/player/script"
)

// The Gulpease index of Italian: 100 is easiest, 80 suits primary school, 60
// lower secondary.
const (
	easyGuide = 70 // the whole guide of one person
	easyBlock = 60 // a scene, a line, a text of the interface
)

var sentenceEnd = regexp.MustCompile(`[.!?…]+(?:[\s»"”)]|$)`)

// gulpease returns the index of a text, as the script's own check computes it:
// words are what spaces part and holds a letter or digit.
func gulpease(text string) float64 {
	words, letters := 0, 0
	for _, w := range strings.Fields(text) {
		if strings.IndexFunc(w, alphanumeric) >= 0 {
			words++
		}
	}
	for _, r := range text {
		if alphanumeric(r) {
			letters++
		}
	}
	if words == 0 {
		return 100
	}
	sentences := max(1, len(sentenceEnd.FindAllString(text, -1)))
	return min(100, 89+float64(300*sentences-10*letters)/float64(words))
}

func alphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// TestGulpeaseIndex compares with values of the script's check.
func TestGulpeaseIndex(t *testing.T) {
	for text, want := range map[string]float64{
		"Ciao, Maria.": 100, "La NASpI parte il 18 novembre 2026.": 91.857,
		"Chi percepisce un'indennità comunica tempestivamente l'inizio dell'attività lavorativa.": 31.5,
	} {
		if got := gulpease(text); got < want-0.001 || got > want+0.001 {
			t.Errorf("%q: %.2f, want %.2f", text, got, want)
		}
	}
}

func TestGuideIsEasyToRead(t *testing.T) {
	for _, p := range profiles() {
		var guide []string
		for _, ch := range script.Read(Board(), Facts(p.claims, p.today), l10n.Lookup("it")) {
			var scene []string
			for _, l := range ch.Lines {
				scene = append(scene, l.Text)
				if g := gulpease(l.Text); g < easyBlock {
					t.Errorf("%s, %s: %.1f: %s", p.name, l.ID, g, l.Text)
				}
			}
			guide = append(guide, scene...)
			if g := gulpease(strings.Join(scene, " ")); g < easyBlock {
				t.Errorf("%s, scene %s: %.1f", p.name, ch.Scene.ID, g)
			}
		}
		g := gulpease(strings.Join(guide, " "))
		t.Logf("%-32s %.1f", p.name, g)
		if g < easyGuide {
			t.Errorf("%s: the guide has %.1f, want %d", p.name, g, easyGuide)
		}
	}
}

// blockWords is how many words make a text that is read, not a label.
const blockWords = 8

// properName is a text that is an office's own name and cannot be simpler.
const properName = "naspi-lbl-siisl"

// TestInterfaceIsEasyToRead holds every text of the interface and of the
// infographic to the same measure.
func TestInterfaceIsEasyToRead(t *testing.T) {
	f, words, blocks := Facts(maria(), today), l10n.Lookup("it"), 0
	for _, id := range words.IDs() {
		text := words.Text(id, f)
		if len(strings.Fields(text)) < blockWords || id == properName || strings.HasPrefix(id, "pens-") {
			continue
		}
		blocks++
		if g := gulpease(text); g < easyBlock {
			t.Errorf("%s: %.1f: %s", id, g, text)
		}
	}
	if blocks < 150 {
		t.Errorf("only %d texts were read", blocks)
	}
}
