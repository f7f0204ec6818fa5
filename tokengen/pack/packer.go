// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package pack

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"io"
	"strings"
)

// Packed is a token ready to travel: the same bytes in two alphabets.
type Packed struct {
	Digits string // "1" and decimal digits, which a QR code holds densest
	Base64 string // "p" and base64url, shorter where all characters cost the same
}

// Packer packs many tokens with the memory of one: deflate's tables cost ten
// times the packing. The zero value is ready; it is not safe for concurrent
// use.
type Packer struct {
	deflate *flate.Writer
	inflate io.Reader
	out     bytes.Buffer
	plain   []byte
}

// Pack returns the transports of a compact token. It checks that Unpack gives
// the token back from each.
func (p *Packer) Pack(jwt string) (Packed, error) {
	b, err := p.squeeze(jwt)
	if err != nil {
		return Packed{}, err
	}
	s := Packed{"1" + digits(b), "p" + base64.RawURLEncoding.EncodeToString(b)}
	if back, err := unpack(s.Digits, p.again); err != nil || back != jwt {
		return Packed{}, ErrUnpackable
	}
	// The other alphabet holds the same bytes, or it is refused.
	if same, err := base64.RawURLEncoding.DecodeString(s.Base64[1:]); err != nil || !bytes.Equal(same, b) || len(s.Base64) > maxFragment {
		return Packed{}, ErrUnpackable
	}
	return s, nil
}

// again inflates with the memory of the time before.
func (p *Packer) again(deflated []byte) io.Reader {
	from := bytes.NewReader(deflated)
	if p.inflate == nil {
		p.inflate = flate.NewReaderDict(from, []byte(dictionary))
	} else if err := p.inflate.(flate.Resetter).Reset(from, []byte(dictionary)); err != nil {
		p.inflate = flate.NewReaderDict(from, []byte(dictionary))
	}
	return p.inflate
}

// squeeze returns signature, then header and payload deflated. The bytes are
// good until the next call.
func (p *Packer) squeeze(jwt string) ([]byte, error) {
	parts := strings.Split(jwt, ".")
	if len(parts) != 3 {
		return nil, ErrUnpackable
	}
	enc := base64.RawURLEncoding.Strict()
	head, err1 := enc.AppendDecode(p.plain[:0], []byte(parts[0]))
	plain, err2 := enc.AppendDecode(append(head, '\n'), []byte(parts[1]))
	sig, err3 := enc.DecodeString(parts[2])
	p.plain = plain
	if err1 != nil || err2 != nil || err3 != nil || len(sig) != sigSize || bytes.IndexByte(head, '\n') >= 0 {
		return nil, ErrUnpackable
	}
	p.out.Reset()
	p.out.Write(sig)
	err := p.press(plain)
	return p.out.Bytes(), err
}

func (p *Packer) press(plain []byte) (err error) {
	if p.deflate == nil {
		p.deflate, err = flate.NewWriterDict(&p.out, flate.BestCompression, []byte(dictionary))
	} else {
		p.deflate.Reset(&p.out)
	}
	if err != nil {
		return err
	}
	if _, err := p.deflate.Write(plain); err != nil {
		return err
	}
	return p.deflate.Close()
}
