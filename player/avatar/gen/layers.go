// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"videoguida/player/paint"
)

// names maps the drawing's groups to the layers of the rig. Groups that are
// missing here are mirrors of others, or are built at run time.
var names = map[string]string{
	"torso": "torso", "upper-right": "upper", "cuff-right": "cuff", "sleeve-right": "sleeve",
	"neck": "neck", "hair-back": "hairBack", "lock-l": "lockLeft", "lock-r": "lockRight",
	"ears": "ears", "face": "face", "brow-l": "brow", "white-l": "white", "iris-l": "iris",
	"lid-lower-l": "crease", "nose": "nose", "hair-front": "hairFront",
}

// group is an open <g>: its layer and, below it, the transform of its shapes.
// The transform that poses the group itself is the stance's, not the shape's.
type group struct {
	layer string
	m     paint.Matrix
}

type walker struct {
	stack []group
	order []string
	out   map[string]*strings.Builder
	ramps map[string]string
	stops []string
	ramp  string
}

func layers(file string) (string, error) {
	f, err := os.Open(file)
	if err != nil {
		return "", err
	}
	defer f.Close()
	w := walker{out: map[string]*strings.Builder{}, ramps: map[string]string{}, stack: []group{{m: paint.Identity}}}
	for d := xml.NewDecoder(f); ; {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return w.source(), nil
		}
		if err == nil {
			err = w.token(t)
		}
		if err != nil {
			return "", err
		}
	}
}

func (w *walker) source() string {
	var b strings.Builder
	b.WriteString("var drawn = [layers][]piece{\n")
	for _, name := range w.order {
		fmt.Fprintf(&b, "%s: {\n%s},\n", name, w.out[name])
	}
	return b.String() + "}\n"
}

func (w *walker) token(t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		return w.start(t.Name.Local, attrs(t))
	case xml.EndElement:
		switch t.Name.Local {
		case "g":
			w.stack = w.stack[:len(w.stack)-1]
		case "linearGradient", "radialGradient":
			w.ramps[w.ramp] += ", " + strings.Join(w.stops, ", ") + "}"
		}
	}
	return nil
}

func attrs(t xml.StartElement) map[string]string {
	m := map[string]string{}
	for _, a := range t.Attr {
		m[a.Name.Local] = a.Value
	}
	return m
}

func (w *walker) start(name string, a map[string]string) error {
	switch name {
	case "g":
		w.push(a)
	case "linearGradient":
		w.ramp, w.stops = a["id"], nil
		w.ramps[w.ramp] = fmt.Sprintf("&paint.Gradient{paint.Point{%s, %s}, paint.Point{%s, %s}, 0", a["x1"], a["y1"], a["x2"], a["y2"])
	case "radialGradient":
		w.ramp, w.stops = a["id"], nil
		w.ramps[w.ramp] = "&paint.Gradient{paint.Point{}, paint.Point{}, RADIUS"
	case "stop":
		w.stops = append(w.stops, color(a["stop-color"], or(a["stop-opacity"], "1")))
	case "path", "circle", "ellipse", "rect":
		return w.shape(name, a)
	}
	return nil
}

func (w *walker) push(a map[string]string) {
	top := w.stack[len(w.stack)-1]
	if id := a["id"]; id != "" {
		top = group{names[id], paint.Identity}
	} else {
		top.m = top.m.Mul(transform(a["transform"]))
	}
	w.stack = append(w.stack, top)
}

func (w *walker) shape(name string, a map[string]string) error {
	top := w.stack[len(w.stack)-1]
	if top.layer == "" || top.layer == "crease" && a["fill"] != "none" {
		return nil // the lower lid itself morphs
	}
	if w.out[top.layer] == nil {
		w.out[top.layer] = &strings.Builder{}
		w.order = append(w.order, top.layer)
	}
	p, err := pieceOf(name, a, w.ramps)
	if err != nil {
		return err
	}
	m := top.m.Mul(p.m)
	fmt.Fprintf(w.out[top.layer], "{paint.Matrix{%g, %g, %g, %g, %g, %g}, %s, %s, %q},\n",
		m.A, m.B, m.C, m.D, m.E, m.F, p.fill, p.ramp, p.d)
	return nil
}

// piece is one shape written as Go.
type piece struct {
	m             paint.Matrix
	fill, ramp, d string
}

func pieceOf(name string, a, ramps map[string]string) (p piece, err error) {
	d, m, radius, err := outline(name, a)
	if err != nil {
		return p, err
	}
	fill := a["fill"]
	p = piece{m: m, ramp: "nil", d: d}
	if fill == "none" {
		fill = a["stroke"]
		p.d, err = stroke(d, a["stroke-width"])
	}
	if id, ok := strings.CutPrefix(fill, "url(#"); ok {
		p.ramp = strings.Replace(ramps[strings.TrimSuffix(id, ")")], "RADIUS", radius, 1)
		fill = "#000"
	}
	p.fill = color(fill, or(a["opacity"], "1"))
	return p, err
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
