// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notrace

import "bytes"

// strip changes the table in place: entries lose what only a printed stack
// needs, the tables of positions that are left move together, and everything
// nobody refers to any more becomes zeros, which are not written.
func (t table) strip() error {
	names := make([]byte, len(t.names))
	positions := packer{from: t.pc, to: []byte{0}, moved: map[uint32]uint32{0: 0}}
	err := t.each(func(e entry) error {
		at := le.Uint32(e.b[e.entry.name:])
		name, err := text(t.names, at)
		if err != nil {
			return err
		}
		keep := e.compared(string(name))
		if keep {
			copy(names[at:], name)
		}
		e.quiet(keep)
		for _, field := range e.positions() {
			place, err := positions.move(le.Uint32(field))
			if err != nil {
				return err
			}
			le.PutUint32(field, place)
		}
		return nil
	})
	if err != nil {
		return err
	}
	copy(t.names, names)
	clear(t.units)
	clear(t.files)
	clear(t.pc[copy(t.pc, positions.to):])
	return nil
}

// text is the zero-terminated name at a place.
func text(names []byte, at uint32) ([]byte, error) {
	if uint64(at) >= uint64(len(names)) {
		return nil, ErrTable
	}
	end := bytes.IndexByte(names[at:], 0)
	if end < 0 {
		return nil, ErrTable
	}
	return names[at:][:end], nil
}

// packer moves tables of positions together, each once.
type packer struct {
	from, to []byte
	moved    map[uint32]uint32 // old place → new
}

// move takes a table along and returns its new place. A table is a row of
// pairs of variable-length numbers, the difference of a value and that of the
// position; a value's difference of zero ends it, but for the first.
func (p *packer) move(at uint32) (uint32, error) {
	if place, ok := p.moved[at]; ok {
		return place, nil
	}
	if uint64(at) >= uint64(len(p.from)) {
		return 0, ErrTable
	}
	rest := p.from[at:]
	size := 0
	for first := true; ; first = false {
		if size >= len(rest) {
			return 0, ErrTable
		}
		if rest[size] == 0 && !first {
			size++
			break
		}
		for range 2 {
			for size < len(rest) && rest[size]&0x80 != 0 {
				size++
			}
			size++
		}
	}
	place := uint32(len(p.to))
	p.to = append(p.to, rest[:size]...)
	p.moved[at] = place
	return place, nil
}
