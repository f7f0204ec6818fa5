// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package demo invents letters for trying the product: one per kind of case,
// bad ones included. No name, amount or date belongs to a person.
package demo

import (
	"crypto"
	"crypto/ed25519"
	"strings"
	"time"

	"videoguida/tokengen/sign"
	"videoguida/tokengen/token"
)

// Letter is an invented letter.
type Letter struct {
	ID     string
	Title  string       // what it shows, in Italian
	Family token.Family // of its refusal; 0 when it is good
	Claims token.Claims
	Spoil  func(jwt string) string // damages the signed token; nil for none
	forge  bool                    // signed by a key that nobody trusts
}

// Token returns the letter's token, damaged if the letter is a bad one.
func (l Letter) Token(key crypto.Signer, kid string) (string, error) {
	if l.forge {
		key = ed25519.NewKeyFromSeed([]byte("a key that no build ever trusts!"))
	}
	c := l.Claims
	s, err := sign.Unchecked(c, key, kid)
	if err == nil && l.Spoil != nil {
		s = l.Spoil(s)
	}
	return s, err
}

// Letters returns the demo letters as of a day.
func Letters(today time.Time) []Letter {
	b := builder{day: int32(today.Unix() / 86400)}
	good := func(id, title string, change func(c *token.Claims)) {
		b.add(Letter{ID: id, Title: title, Claims: b.claims(id, change)})
	}
	good("under55", "meno di 55 anni, un anno di NASpI", func(*token.Claims) {})
	good("over55", "55 anni compiuti: il taglio parte dall'ottavo mese", func(c *token.Claims) {
		c.Name, c.Over55, c.Days, c.Monthly = "Giovanni", true, 728, 128544
	})
	good("short-no-reduction", "durata breve, nessuna riduzione", func(c *token.Claims) {
		c.Name, c.Days, c.Calc, c.Monthly = "Sara", 91, "base", 78065
	})
	good("before-24-11-2024", "domanda prima di SIISL", func(c *token.Claims) {
		c.Name, c.Applied, c.Start, c.Days, c.Year = "Luca", 20045, 20046, 728, 2024
		c.FirstPay = 20070
	})
	good("declared-income", "reddito dichiarato: promemoria di gennaio", func(c *token.Claims) {
		c.Name, c.Income = "Nadia", true
	})
	good("contacts-missing", "contatti mancanti", func(c *token.Claims) { c.Name, c.Contacts = "Pietro", "missing" })
	good("first-pay-known", "primo pagamento noto", func(c *token.Claims) { c.Name, c.FirstPay = "Elena", b.day+12 })
	good("first-pay-unknown", "primo pagamento non ancora noto", func(c *token.Claims) { c.Name, c.FirstPay = "Omar", 0 })
	good("first-pay-past", "primo pagamento passato, passi di SIISL in ritardo", func(c *token.Claims) {
		c.Name, c.Applied, c.Start, c.FirstPay = "Chiara", b.day-48, b.day-45, b.day-8
	})
	good("calc-max", "importo massimo", func(c *token.Claims) { c.Name, c.Calc, c.Monthly = "Andrea", "massimo", 158470 })
	good("no-name", "nome non scrivibile: saluto neutro", func(c *token.Claims) { c.Name = "" })
	good("deutsch", "auf Deutsch", func(c *token.Claims) { c.Name, c.Lang = "Greta", "de" })
	good("english", "in English", func(c *token.Claims) { c.Name, c.Lang = "Amina", "en" })
	b.pensions()
	b.bad()
	return b.letters
}

type builder struct {
	day     int32
	letters []Letter
}

func (b *builder) add(l Letter) { b.letters = append(b.letters, l) }

// claims returns Maria's facts, changed.
func (b *builder) claims(id string, change func(c *token.Claims)) token.Claims {
	c := token.Claims{
		V: token.Version, Iss: token.Issuer, Aud: token.Audience, Jti: sign.Jti("demo " + id),
		Iat: int64(b.day-2) * 86400, Exp: int64(b.day+178) * 86400,
		Guide: "naspi", Name: "Maria", Lang: "it", Ch: "qr", Camp: "demo",
		Applied: b.day - 9, Start: b.day - 6, Days: 364, Monthly: 114471,
		Calc: "soglia", Year: 2026, FirstPay: b.day + 17, Contacts: "ok",
	}
	change(&c)
	return c
}

// bad adds one letter per family of refusal.
func (b *builder) bad() {
	same := func(*token.Claims) {}
	add := func(id, title string, f token.Family, change func(c *token.Claims), spoil func(string) string) {
		b.add(Letter{ID: id, Title: title, Family: f, Claims: b.claims(id, change), Spoil: spoil})
	}
	add("truncated", "codice letto a metà", token.Unreadable, same, func(s string) string { return s[:len(s)/2] })
	add("expired", "guida scaduta", token.Expired, func(c *token.Claims) {
		c.Iat, c.Exp = int64(b.day-220)*86400, int64(b.day-30)*86400
	}, nil)
	add("tampered", "importo cambiato dopo la firma", token.Forged, same, func(s string) string {
		i := strings.IndexByte(s, '.') + 40
		c := byte('A')
		if s[i] == 'A' {
			c = 'B'
		}
		return s[:i] + string(c) + s[i+1:]
	})
	add("wrong-issuer", "emittente sbagliato", token.Forged, func(c *token.Claims) { c.Iss = "https://www.example.it" }, nil)
	b.add(Letter{ID: "unknown-signer", Title: "firma di uno sconosciuto", Family: token.Forged, Claims: b.claims("unknown-signer", same), forge: true})
	add("newer", "versione futura", token.Newer, func(c *token.Claims) { c.V = 2 }, nil)
	add("from-the-future", "telefono con la data indietro", token.WrongClock, func(c *token.Claims) {
		c.Iat, c.Exp = int64(b.day+20)*86400, int64(b.day+200)*86400
	}, nil)
}
