// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"videoguida/tokengen/pack"
	"videoguida/tokengen/qr"
	"videoguida/tokengen/rows"
	"videoguida/tokengen/sign"
)

// order is what a request asks for besides its letters.
type order struct {
	client   *client
	batch    string
	channels []string
	keys     *keys
	packer   pack.Packer
	entry    Entry
	ids      hash.Hash // of the tokens signed
}

var (
	batchName = regexp.MustCompile(`^[A-Za-z0-9._-]{0,32}$`)
	channels  = []string{"qr", "myinps", "io", "mobile"}
)

// newOrder reads the query: batch and channels. A wrong one makes an order that
// can be refused.
func (s *Service) newOrder(r *http.Request, c *client) (*order, *problem) {
	o := &order{client: c, channels: []string{"qr"}, keys: s.key(), ids: sha256.New()}
	o.entry = Entry{Client: c.name, Route: r.URL.Path, Kid: o.keys.signer.Kid}
	if bad := o.read(r.URL.Query()); bad != nil {
		return o, &problem{Status: http.StatusBadRequest, Code: "query", Detail: "the query is wrong", Fields: bad}
	}
	o.entry.Batch = o.batch
	return o, nil
}

// read fills in the order and returns what is wrong with the query.
func (o *order) read(q url.Values) (bad []sign.FieldError) {
	wrong := func(field, code string) { bad = append(bad, sign.FieldError{Field: field, Code: code}) }
	if o.batch = q.Get("batch"); !batchName.MatchString(o.batch) {
		wrong("batch", "must be letters, digits, dots, hyphens and underscores, at most 32")
	}
	if given := q.Get("channels"); given != "" {
		o.channels = strings.Split(given, ",")
	}
	for i, ch := range o.channels {
		if !slices.Contains(channels, ch) || slices.Contains(o.channels[:i], ch) {
			wrong("channels", "must be some of qr,myinps,io,mobile, each once")
			break
		}
	}
	for name := range q {
		if name != "batch" && name != "channels" {
			wrong("query", "holds an unknown parameter")
			break
		}
	}
	return bad
}

// issued is the answer to one letter.
type issued struct {
	Row     int           `json:"row,omitempty"`
	Letter  string        `json:"letter_id"`
	Guide   string        `json:"guide"`
	Kid     string        `json:"kid"`
	Expires string        `json:"expires"` // YYYY-MM-DD
	Tokens  []issuedToken `json:"tokens"`
}

type issuedToken struct {
	Channel string `json:"channel"`
	Jti     string `json:"jti"`
	Token   string `json:"token"`
	URL     string `json:"url"`
	Packed  string `json:"url_packed"`
	QR      int    `json:"qr_version,omitempty"` // absent when no code that prints well holds the link
}

// issue signs a letter's tokens, one per channel.
func (s *Service) issue(o *order, row rows.Row) (issued, error) {
	out := issued{
		Row: row.Number, Letter: row.Letter, Guide: row.Claims.Guide, Kid: o.keys.signer.Kid,
		Expires: time.Unix(row.Claims.Exp, 0).UTC().Format(time.DateOnly),
	}
	for _, ch := range o.channels {
		c := row.Claims
		c.Ch, c.Jti = ch, sign.LetterJti(o.keys.ids, o.batch, row.Letter, ch)
		jwt, err := sign.Sign(c, o.keys.signer, o.keys.signer.Kid)
		if err != nil {
			return out, err
		}
		out.Tokens = append(out.Tokens, o.dress(s.Base, ch, c.Jti, jwt))
		o.ids.Write([]byte(c.Jti))
		o.entry.Issued++
		s.meters.issued(c.Guide, ch)
	}
	o.entry.Guides.add(row.Claims.Guide)
	return out, nil
}

// dress writes a token as links and tells the size of its code.
func (o *order) dress(base, ch, jti, jwt string) issuedToken {
	base = strings.TrimRight(base, "#") + "#"
	t := issuedToken{Channel: ch, Jti: jti, Token: jwt, URL: base + jwt, Packed: base + jwt}
	if p, err := o.packer.Pack(jwt); err == nil {
		t.Packed = base + p.Digits
	}
	t.QR, _ = qr.Version(t.Packed, 1)
	return t
}

// close ends the order's line of the audit.
func (s *Service) close(o *order, outcome, code string) error {
	o.entry.Time, o.entry.Outcome, o.entry.Code = s.Now().UTC(), outcome, code
	if o.entry.Issued > 0 {
		o.entry.JtiHash = hex.EncodeToString(o.ids.Sum(nil))
	}
	err := s.audit.write(o.entry)
	if err != nil {
		s.meters.unaudited.Inc()
		s.Log.Error("the audit cannot be written: nothing is signed", "error", err)
	}
	return err
}

var unaudited = problem{
	Status: http.StatusServiceUnavailable, Code: "audit", Detail: "what is signed cannot be written down, so nothing is signed", Wait: time.Minute,
}
