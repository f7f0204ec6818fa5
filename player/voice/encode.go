// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package voice

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
)

// A pack file begins with its name, a format line of its index says the
// version.
const (
	magic   = "VBK1"
	heading = "voicebank 1"
)

// sextets is the alphabet of times in the index: a character for 0 to 63.
const sextets = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// tick is the precision of mouths, ms.
const tick = 10

// Encode writes the pack as a file: a name, the length of the index, the index
// as text and the blobs. The clips are written in the order of their units.
func (p *Pack) Encode() []byte {
	var b strings.Builder
	b.WriteString(strings.Join([]string{heading, p.Lang, p.Name, strconv.Itoa(p.Rate), strconv.Itoa(p.Delay)}, " ") + "\n")
	clips := slices.Clone(p.Clips)
	slices.SortFunc(clips, func(a, b Clip) int { return order(a.Unit, b.Unit) })
	for i := range clips {
		clips[i].write(&b)
	}
	index := b.String()
	out := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(index)))
	return append(append(out, index...), p.Blobs...)
}

// write appends the clip's line: form, offset, length, samples, head, gain,
// words, mouths, text.
func (c *Clip) write(b *strings.Builder) {
	b.WriteByte(byte(c.Form))
	for _, n := range [...]int{c.Offset, c.Length, c.Samples, c.Head, c.Gain} {
		b.WriteString("\t" + strconv.Itoa(n))
	}
	b.WriteString("\t")
	for i, w := range c.Words {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Itoa(w.At) + ":" + strconv.Itoa(w.From) + ":" + strconv.Itoa(w.To))
	}
	b.WriteString("\t" + mouths(c.Mouths) + "\t" + c.Text + "\n")
}

// mouths writes two characters per event: the ticks since the one before, at
// most 63, and the shape. A longer wait repeats the shape.
func mouths(all []Mouth) string {
	var b strings.Builder
	at, shape := 0, byte(0)
	for _, m := range all {
		wait := m.At/tick - at
		for ; wait > 63; wait -= 63 {
			b.WriteByte(sextets[63])
			b.WriteByte('0' + shape)
		}
		b.WriteByte(sextets[max(wait, 0)])
		b.WriteByte('0' + m.Shape)
		at, shape = m.At/tick, m.Shape
	}
	return b.String()
}
