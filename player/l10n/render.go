package l10n

import (
	"strings"

	"videoguida/player/facts"
)

// Rendered is a message with its slots filled.
type Rendered struct {
	Text    string
	Marks   []Mark // in order
	Figures []Span // where slots were filled
}

// Mark is a named instant of a sentence: it stands before the word at byte At.
type Mark struct {
	Name string
	At   int
}

// Span is a range of bytes of a text.
type Span struct{ From, To int }

// render fills {slot:type} and takes out [[marker]].
func (c *Catalog) render(pattern string, f facts.Set, spoken bool) Rendered {
	var r Rendered
	var b strings.Builder
	for pattern != "" {
		i := strings.IndexAny(pattern, "{[")
		if i < 0 {
			break
		}
		b.WriteString(pattern[:i])
		pattern = pattern[i:]
		if name, rest, ok := token(pattern, "[[", "]]"); ok {
			r.Marks = append(r.Marks, Mark{name, b.Len()})
			pattern = rest
		} else if slot, rest, ok := token(pattern, "{", "}"); ok {
			from := b.Len()
			b.WriteString(c.slot(slot, f, spoken))
			if b.Len() == from {
				dropComma(&b)
			} else {
				r.Figures = append(r.Figures, Span{from, b.Len()})
			}
			pattern = rest
		} else {
			b.WriteString(pattern[:1])
			pattern = pattern[1:]
		}
	}
	b.WriteString(pattern)
	r.Text = b.String()
	return r
}

// dropComma takes back the comma before a name that is not known: "Ciao, ."
// becomes "Ciao.".
func dropComma(b *strings.Builder) {
	s := strings.TrimSuffix(strings.TrimSuffix(b.String(), " "), ",")
	b.Reset()
	b.WriteString(s)
}

// token splits "open name close rest".
func token(s, open, shut string) (name, rest string, ok bool) {
	if !strings.HasPrefix(s, open) {
		return "", s, false
	}
	name, rest, ok = strings.Cut(s[len(open):], shut)
	return name, rest, ok
}

// slot writes one "fact:type".
func (c *Catalog) slot(s string, f facts.Set, spoken bool) string {
	name, kind, _ := strings.Cut(s, ":")
	v := f[name]
	if spoken && c.lang == "it" {
		return sayItalian(kind, v)
	}
	return c.write(kind, v)
}

// Missing returns the facts that the message needs and f does not know. A name
// is never needed: its sentence closes up without it.
func (c *Catalog) Missing(id string, f facts.Set) []string {
	if e := c.find(id); e != nil {
		return missing(e.caption, f)
	}
	return []string{id}
}

func missing(pattern string, f facts.Set) (names []string) {
	for rest := pattern; ; {
		slot, after, ok := cutSlot(rest)
		if !ok {
			return names
		}
		name, kind, _ := strings.Cut(slot, ":")
		if kind != "name" && !f[name].Known() {
			names = append(names, name)
		}
		rest = after
	}
}

// cutSlot returns the first "fact:type" of a pattern and what follows it.
func cutSlot(pattern string) (slot, rest string, ok bool) {
	_, rest, _ = strings.Cut(pattern, "{")
	return strings.Cut(rest, "}")
}
