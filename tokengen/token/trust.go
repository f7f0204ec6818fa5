// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package token

import (
	"errors"
	"strings"
)

// Trust is what a letter is judged by. The page carries one key set; what it
// fetches beside the page is newer and may be missing.
type Trust struct {
	Page    []byte // the key set built into the page
	Fresh   []byte // the key set as it is published now, or nothing
	Revoked []byte // the list of letters called back, or nothing
	Demo    bool   // the page is a demonstration
}

// Open returns the claims of a letter that may be opened at now, Unix s. What
// could not be fetched closes no letter: without a newer key set the page's
// own decides, without a list nothing was called back. Only a letter whose key
// the page does not know is told to wait for the newer set.
func (t Trust) Open(compact string, now int64) (Claims, error) {
	keys, err := ParseJWKS(t.Page)
	if err != nil {
		return Claims{}, err
	}
	fresh := t.fresh()
	keys = append(fresh, keys...) // what is newer is found first
	c, err := Verify(compact, keys, now)
	var e *Error
	if errors.As(err, &e) && e.Code == UnknownKey && fresh == nil {
		return c, refuse(Newer, "keys-unreachable", "kid")
	}
	if err != nil {
		return c, err
	}
	if list, err := ParseRevoked(t.Revoked, keys); err == nil && list.Has(c.Jti) {
		return Claims{}, refuse(Expired, "revoked", "jti")
	}
	return c, nil
}

// fresh is the published key set, nil when it cannot be used. A page for
// people takes no set with a key for demonstrations.
func (t Trust) fresh() KeySet {
	keys, err := ParseJWKS(t.Fresh)
	if err != nil {
		return nil
	}
	for _, k := range keys {
		if !t.Demo && IsDemo(k.Kid) {
			return nil
		}
	}
	return keys
}

// IsDemo reports whether a key is for demonstrations.
func IsDemo(kid string) bool { return strings.HasPrefix(kid, "demo") }
