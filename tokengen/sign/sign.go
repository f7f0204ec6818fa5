// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package sign issues tokens: it validates the facts of a letter, signs them
// with Ed25519 through golang-jwt, and keeps keys on disk with care.
//
// A key is any [crypto.Signer] whose public half is Ed25519, so that the
// private half can stay in an HSM or a key service: golang-jwt hands it the
// message itself and crypto.Hash(0), as Ed25519 (RFC 8032) asks for.
package sign

import (
	"crypto"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/golang-jwt/jwt/v5"

	"videoguida/tokengen/token"
)

// ErrSelfCheck means that a fresh token did not verify: the facts break a rule
// of the schema.
var ErrSelfCheck = errors.New("sign: the signed token does not verify")

// ErrKind means that a key is not of the one kind that signs letters.
var ErrKind = errors.New("sign: not an Ed25519 key")

// Sign returns the compact token of c. The same claims and key always give the
// same token, so a reprinted letter carries the same code.
func Sign(c token.Claims, key crypto.Signer, kid string) (string, error) {
	public, ok := key.Public().(ed25519.PublicKey)
	if !ok {
		return "", ErrKind
	}
	s, err := Unchecked(c, key, kid)
	if err != nil {
		return "", err
	}
	if _, err = selfCheck(s, c.Iat, token.Key{Kid: kid, Public: public}); err != nil {
		return "", err
	}
	return s, nil
}

// AsRead returns claims as a browser reads them from their token, or the rule
// that they break. The key it signs with lives and ends here.
func AsRead(c token.Claims) (token.Claims, error) {
	public, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		return c, err
	}
	s, err := Unchecked(c, key, "self")
	if err != nil {
		return c, err
	}
	return selfCheck(s, c.Iat, token.Key{Kid: "self", Public: public})
}

// selfCheck verifies a fresh token on the day it was issued.
func selfCheck(s string, issued int64, key token.Key) (token.Claims, error) {
	c, err := token.Verify(s, token.KeySet{key}, issued)
	if err != nil {
		return c, fmt.Errorf("%w: %w", ErrSelfCheck, err)
	}
	if len(c.Dropped) > 0 {
		return c, fmt.Errorf("%w: impossible %v", ErrSelfCheck, c.Dropped)
	}
	return c, nil
}

// Unchecked signs without verifying the result: for the bad letters of demos
// and tests. Letters for people go through Sign.
func Unchecked(c token.Claims, key crypto.Signer, kid string) (string, error) {
	t := jwt.NewWithClaims(jwt.SigningMethodEdDSA, payload{c})
	t.Header = map[string]any{"alg": "EdDSA", "kid": kid, "typ": "JWT"}
	s, err := t.SignedString(key)
	if err != nil {
		return "", fmt.Errorf("sign: %w", err)
	}
	return s, nil
}

// payload marshals claims in a fixed order, leaving absent ones out.
type payload struct{ token.Claims }

type wire struct {
	V          int      `json:"v"`
	Iss        string   `json:"iss"`
	Aud        string   `json:"aud"`
	Jti        string   `json:"jti"`
	Iat        int64    `json:"iat"`
	Exp        int64    `json:"exp"`
	Guide      string   `json:"guide"`
	Lang       string   `json:"lang,omitempty"`
	Ch         string   `json:"ch,omitempty"`
	Camp       string   `json:"camp,omitempty"`
	Arm        string   `json:"arm,omitempty"`
	Name       string   `json:"name,omitempty"`
	Applied    int32    `json:"applied,omitempty"`
	Start      int32    `json:"start,omitempty"`
	Days       int32    `json:"days,omitempty"`
	Monthly    int64    `json:"monthly,omitempty"`
	Over55     bool     `json:"over55,omitempty"`
	Calc       string   `json:"calc,omitempty"`
	Year       int32    `json:"year,omitempty"`
	FirstPay   int32    `json:"first_pay,omitempty"`
	Income     bool     `json:"income,omitempty"`
	Fund       string   `json:"fund,omitempty"`
	Method     string   `json:"method,omitempty"`
	Gross      int64    `json:"gross,omitempty"`
	Net        int64    `json:"net,omitempty"`
	Irpef      int64    `json:"irpef,omitempty"`
	LocalTax   int64    `json:"local_tax,omitempty"`
	Deductions int64    `json:"deductions,omitempty"`
	Arrears    int64    `json:"arrears,omitempty"`
	Thirteenth bool     `json:"thirteenth,omitempty"`
	Payer      string   `json:"payer,omitempty"`
	Taxed      bool     `json:"taxed,omitempty"`
	Linked     []string `json:"linked,omitempty"`
	Red        string   `json:"red,omitempty"`
	RedBy      int32    `json:"red_by,omitempty"`
	Contacts   string   `json:"contacts,omitempty"`
}

// MarshalJSON implements json.Marshaler.
func (p payload) MarshalJSON() ([]byte, error) { return json.Marshal(wireOf(p.Claims)) }

func wireOf(c token.Claims) wire {
	return wire{
		c.V, c.Iss, c.Aud, c.Jti, c.Iat, c.Exp, c.Guide, c.Lang, c.Ch, c.Camp, c.Arm, c.Name,
		c.Applied, c.Start, c.Days, c.Monthly, c.Over55, c.Calc, c.Year, c.FirstPay, c.Income,
		c.Fund, c.Method, c.Gross, c.Net, c.Irpef, c.LocalTax, c.Deductions, c.Arrears, c.Thirteenth,
		c.Payer, c.Taxed, c.Linked, c.Red, c.RedBy, c.Contacts,
	}
}

// The rest satisfies jwt.Claims; signing reads none of it.

func (payload) GetExpirationTime() (*jwt.NumericDate, error) { return nil, nil }
func (payload) GetIssuedAt() (*jwt.NumericDate, error)       { return nil, nil }
func (payload) GetNotBefore() (*jwt.NumericDate, error)      { return nil, nil }
func (payload) GetIssuer() (string, error)                   { return "", nil }
func (payload) GetSubject() (string, error)                  { return "", nil }
func (payload) GetAudience() (jwt.ClaimStrings, error)       { return nil, nil }
