// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// rig is what the generator reads from rig.json.
type rig struct {
	Hands      map[string][]map[string]string `json:"hands"`
	Mouths     map[string][]float32           `json:"mouths"`
	LidsLeft   map[string]string              `json:"lids_left_eye"`
	Poses      map[string]stance              `json:"poses"`
	Faces      map[string]stance              `json:"faces"`
	HandsScale float32                        `json:"hand_scale"`
}

// stance is a pose or a face as rig.json writes it.
type stance struct {
	ArmL, ArmR          []any
	Head, Turn, Nod     float32
	Gaze, Brow          [2]float32
	BrowRot             float32
	Blink, Squint, Wide float32
	Mouth               any
}

var (
	handNames   = []string{"relaxed", "fold", "present", "point", "wave", "count1", "count2", "count3"}
	fingers     = map[string]string{"count1": "One", "count2": "Two", "count3": "Three"}
	mouthNames  = []string{"X", "A", "B", "C", "D", "E", "F", "G", "H", "smile"}
	stanceNames = []string{
		"neutral", "greet", "present-left", "present-right", "open-hands", "point-down",
		"count-1", "count-2", "count-3", "nod-smile", "attentive", "farewell",
	}
	faceNames = []string{
		"neutral", "smile", "attentive", "reassuring", "blink-half", "blink-full",
		"look-left", "look-right", "look-up", "look-down",
	}
	lidNames = [][3]string{
		{"lid", "lid_open", "lid_closed"}, {"shade", "shade_open", "shade_closed"},
		{"lash", "lash_open", "lash_closed"}, {"lowerLid", "lower_rest", "lower_squint"},
	}
	lidFills = map[string]string{
		"lid": color("#EBB896", "1"), "shade": color("#5A3B22", ".22"),
		"lash": color("#33211A", "1"), "lowerLid": color("#F0C1A1", "1"),
	}
)

func stances(file string) (string, error) {
	src, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	var r rig
	if err := json.Unmarshal(src, &r); err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "// handScale enlarges the hands, which are drawn in a space of their own.\nconst handScale = %g\n\n", r.HandsScale)
	r.tables(&b)
	err = r.hands(&b)
	return b.String(), err
}

func (r *rig) tables(b *strings.Builder) {
	b.WriteString("var shapes = [visemes]numbers{\n")
	for _, n := range mouthNames {
		fmt.Fprintf(b, "%s: %s,\n", goName(n), numbers(r.Mouths[n]))
	}
	b.WriteString("}\n\nvar lids = [...]morph{\n")
	for _, n := range lidNames {
		fmt.Fprintf(b, "%s: {%q, %q, %s},\n", n[0], r.LidsLeft[n[1]], r.LidsLeft[n[2]], lidFills[n[0]])
	}
	b.WriteString("}\n\nvar stances = [...]stance{\n")
	for _, n := range stanceNames {
		fmt.Fprintf(b, "%s: %s,\n", goName(n), r.Poses[n].source(n))
	}
	b.WriteString("}\n\nvar faces = [...]stance{\n")
	for _, n := range faceNames {
		fmt.Fprintf(b, "%s,\n", r.Faces[n].source(n))
	}
	b.WriteString("}\n\n")
}

func (r *rig) hands(b *strings.Builder) error {
	b.WriteString("var hands = [...][]piece{\n")
	for _, n := range handNames {
		fmt.Fprintf(b, "%s: {\n", handName(n))
		for _, a := range r.Hands[n] {
			p, err := pieceOf("path", a, nil)
			if err != nil {
				return err
			}
			fmt.Fprintf(b, "{paint.Identity, %s, nil, %q},\n", p.fill, p.d)
		}
		b.WriteString("},\n")
	}
	b.WriteString("}\n")
	return nil
}

func (s stance) source(name string) string {
	return fmt.Sprintf("{%q, %s, %s, Head{%g, %g, %g}, Face{%g, %g, %g, %g, %g, %g, paint.Point{%g, %g}}, %s}",
		name, armOf(s.ArmL), armOf(s.ArmR), s.Head, s.Turn, s.Nod,
		s.Brow[0], s.Brow[1], s.BrowRot, s.Blink, s.Squint, s.Wide, s.Gaze[0], s.Gaze[1], viseme(s.Mouth))
}

// viseme names the mouth of a stance; one written as numbers is a closed smile.
func viseme(m any) string {
	switch m := m.(type) {
	case string:
		return goName(m)
	case []any:
		return "X.Smiling()"
	}
	return "X"
}

// armOf writes an arm: shoulder, elbow, wrist, hand, foreshortening of the
// forearm and of the upper arm. Without one it hangs at rest.
func armOf(a []any) string {
	if a == nil {
		a = []any{5., -4., 0., "relaxed"}
	}
	k := [2]any{1., 1.}
	copy(k[:], a[4:])
	return fmt.Sprintf("Arm{%v, %v, %v, %v, %v, %s, 0}", a[0], a[1], a[2], k[0], k[1], handName(a[3].(string)))
}

func numbers(v []float32) string {
	return "{" + strings.Join(strings.Fields(strings.Trim(fmt.Sprint(v), "[]")), ", ") + "}"
}

// goName turns present-left into PresentLeft.
func goName(s string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(s, "-") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}

// handName names a hand; the counting ones are called after their fingers.
func handName(s string) string {
	if n, ok := fingers[s]; ok {
		return n
	}
	return goName(s)
}
