// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"strings"
	"time"

	"videoguida/tokengen/pack"
	"videoguida/tokengen/rows"
	"videoguida/tokengen/sign"
)

// Message is one notice, ready to go.
type Message struct {
	ID      string    `json:"id"` // of letter and channel, for gateways to tell repetitions
	Channel string    `json:"channel"`
	To      string    `json:"to"`
	Lang    string    `json:"lang"`
	Subject string    `json:"subject,omitempty"`
	Text    string    `json:"text"`
	HTML    string    `json:"html,omitempty"`
	Push    string    `json:"push,omitempty"`   // shown on a locked screen: it names no benefit
	Button  string    `json:"button,omitempty"` // the words on the link
	Link    string    `json:"link,omitempty"`
	Expires time.Time `json:"expires"`

	buttons [][2]string // language and words, for App IO
}

// messageID names a letter's message on a channel without telling the letter.
func messageID(batch, letter, channel string) string {
	sum := sha256.Sum256([]byte(batch + "\x00" + letter + "\x00" + channel))
	return hex.EncodeToString(sum[:8])
}

// to is where a channel reaches a person, "" when it does not.
func to(c rows.Contact, channel string) string {
	switch channel {
	case "sms":
		return c.Phone
	case "email":
		return c.Email
	}
	return c.Recipient
}

// compose writes a message in the person's language and holds it against its
// channel's limits.
func (r *run) compose(j job, id string) (Message, error) {
	c := j.row.Claims
	say := r.Words(c.Lang, c.Name, c.Exp)
	m := Message{ID: id, Channel: j.channel, To: to(j.row.Contact, j.channel), Lang: c.Lang, Expires: time.Unix(c.Exp, 0).UTC()}
	guide := "naspi"
	if c.Guide == "pension" {
		guide = "pensione"
	}
	switch j.channel {
	case "sms":
		m.Text = say("sms-" + guide)
		return m, checkSMS(m.Text)
	case "email":
		m.Subject = say("mail-ogg-" + guide)
		m.Text, m.HTML = letterOf(c.Lang, m.Subject, paragraphs(say, guide, c.Name))
		return m, checkMail(m)
	}
	m.Subject, m.Text, m.Button = say("myinps-t-"+guide), say("myinps-x"), say("myinps-b")
	if j.channel == "mobile" {
		m.Push = say("mobile-push")
	}
	for _, lang := range []string{"it", "en", "de"} {
		m.buttons = append(m.buttons, [2]string{lang, r.Words(lang, c.Name, c.Exp)("io-cta")})
	}
	link, err := r.link(j)
	if err != nil {
		return m, Broken{err}
	}
	m.Link = link
	return m, checkNotice(m)
}

// link signs the letter for a channel, as tokengen batch does: the same letter
// has the same ids, so that one revocation reaches them all.
func (r *run) link(j job) (string, error) {
	c := j.row.Claims
	c.Ch, c.Jti = j.channel, sign.LetterJti(r.IDs, r.Batch, j.row.Letter, j.channel)
	jwt, err := sign.Sign(c, r.Signer, r.Signer.Kid)
	if err != nil {
		return "", err
	}
	base := strings.TrimRight(r.Base, "#") + "#"
	if p, err := pack.PackBase64(jwt); err == nil {
		return base + p, nil
	}
	return base + jwt, nil
}

// paragraphs are those of an e-mail; without a name nobody is greeted by it.
func paragraphs(say func(string) string, guide, name string) (out []string) {
	for _, id := range []string{"mail-1", "mail-2-" + guide, "mail-3", "mail-4", "mail-5", "mail-6", "mail-7"} {
		if id != "mail-1" || name != "" {
			out = append(out, say(id))
		}
	}
	return out
}

// page is an e-mail as a page: no link, no picture, nothing fetched.
var page = template.Must(template.New("").Parse(`<!doctype html>
<html lang="{{.Lang}}">
<head><meta charset="utf-8"><title>{{.Title}}</title></head>
<body style="margin:0;background:#f2f5f8;font-family:Arial,Helvetica,sans-serif;color:#17324d">
<div style="max-width:560px;margin:0 auto;background:#ffffff;padding:24px;font-size:18px;line-height:1.5">
<p style="font-weight:bold;margin:0 0 16px">INPS</p>
<h1 style="font-size:24px;margin:0 0 16px">{{.Title}}</h1>
{{range .Paragraphs}}<p>{{.}}</p>
{{end}}</div>
</body>
</html>
`))

// letterOf writes an e-mail as plain text and as a page.
func letterOf(lang, title string, all []string) (text, html string) {
	var b strings.Builder
	err := page.Execute(&b, struct {
		Lang, Title string
		Paragraphs  []string
	}{lang, title, all})
	if err != nil {
		return "", "" // refused by checkMail; a Builder takes everything
	}
	return strings.Join(all, "\n\n") + "\n", b.String()
}
