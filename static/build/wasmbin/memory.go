// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package wasmbin

import "encoding/binary"

// Memory is what a program finds in its memory when it starts: Bytes lie from
// address From on; everything else is zero.
type Memory struct {
	From  uint32
	Bytes []byte
}

// Instructions of the constant expression that gives a segment's address.
const (
	opI32Const = 0x41
	opEnd      = 0x0b
)

// longestMemory bounds what a data section may fill, in bytes.
const longestMemory = 64 << 20

// ReadMemory lays out the segments of a data section.
func ReadMemory(section []byte) (Memory, error) {
	type segment struct {
		at   uint32
		data []byte
	}
	var list []segment
	from, to := uint32(1<<32-1), uint32(0)
	r := NewReader(section)
	for n := r.Uint(); n > 0 && r.Err() == nil; n-- {
		if r.Byte() != 0 || r.Byte() != opI32Const {
			r.fail(ErrUnknown)
		}
		at := uint32(r.Int())
		if r.Byte() != opEnd {
			r.fail(ErrUnknown)
		}
		s := segment{at, r.Bytes()}
		end := uint64(at) + uint64(len(s.data))
		if end > longestMemory {
			r.fail(ErrUnknown)
			break
		}
		list = append(list, s)
		from, to = min(from, at), max(to, uint32(end))
	}
	if r.Err() != nil || len(list) == 0 {
		return Memory{}, r.Err()
	}
	m := Memory{From: from, Bytes: make([]byte, to-from)}
	for _, s := range list {
		copy(m.Bytes[s.at-from:], s.data)
	}
	return m, nil
}

// gap is the run of zeros that is worth a new segment: a shorter one costs a
// compressor less than the segment's head.
const gap = 64

// Section writes the memory as a data section, without its long runs of zeros.
func (m Memory) Section() []byte {
	var out []byte
	count := 0
	for at := 0; at < len(m.Bytes); {
		if m.Bytes[at] == 0 {
			at++
			continue
		}
		end := m.segmentEnd(at)
		out = append(out, 0, opI32Const)
		out = appendInt(out, int32(m.From)+int32(at))
		out = append(out, opEnd)
		out = binary.AppendUvarint(out, uint64(end-at))
		out = append(out, m.Bytes[at:end]...)
		count++
		at = end
	}
	return append(binary.AppendUvarint(nil, uint64(count)), out...)
}

// segmentEnd is where the segment that begins at ends: before a long run of
// zeros, or at the end.
func (m Memory) segmentEnd(at int) int {
	end := at
	for i := at; i < len(m.Bytes); i++ {
		switch {
		case m.Bytes[i] != 0:
			end = i + 1
		case i-end >= gap:
			return end
		}
	}
	return end
}
