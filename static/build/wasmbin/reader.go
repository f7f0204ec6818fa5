// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package wasmbin

import "encoding/binary"

// Reader takes numbers and byte strings from the front of its bytes. After an
// error it gives zeros and has no more.
type Reader struct {
	b   []byte
	err error
}

// NewReader reads b.
func NewReader(b []byte) *Reader { return &Reader{b: b} }

// More says whether bytes are left.
func (r *Reader) More() bool { return len(r.b) > 0 && r.err == nil }

// Err is the first error.
func (r *Reader) Err() error { return r.err }

func (r *Reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
	r.b = nil
}

// Byte takes one byte.
func (r *Reader) Byte() byte {
	if len(r.b) == 0 {
		r.fail(ErrTruncated)
		return 0
	}
	v := r.b[0]
	r.b = r.b[1:]
	return v
}

// Uint takes an unsigned LEB128 number of at most 32 bits.
func (r *Reader) Uint() uint32 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > 1<<32-1 {
		r.fail(ErrTruncated)
		return 0
	}
	r.b = r.b[n:]
	return uint32(v)
}

// Int takes a signed LEB128 number of at most 32 bits.
func (r *Reader) Int() int32 {
	var v int64
	for shift := 0; ; shift += 7 {
		b := r.Byte()
		v |= int64(b&0x7f) << shift
		if b&0x80 != 0 && shift < 28 {
			continue
		}
		if b&0x80 != 0 {
			r.fail(ErrTruncated)
		}
		if b&0x40 != 0 {
			v |= -1 << (shift + 7)
		}
		return int32(v)
	}
}

// Bytes takes a length and as many bytes.
func (r *Reader) Bytes() []byte {
	n := r.Uint()
	if uint64(n) > uint64(len(r.b)) {
		r.fail(ErrTruncated)
		return nil
	}
	v := r.b[:n:n]
	r.b = r.b[n:]
	return v
}

// appendInt writes a signed LEB128 number.
func appendInt(b []byte, v int32) []byte {
	for {
		c := byte(v & 0x7f)
		v >>= 7
		if v == 0 && c&0x40 == 0 || v == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}
