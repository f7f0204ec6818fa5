// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package notify

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// gsm7 are the characters that an SMS holds in seven bits, gsm7Twice those that
// take the place of two (3GPP TS 23.038, 6.2.1).
const (
	gsm7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
		"¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
	gsm7Twice = "\f^{}\\[~]|€"
	maxSMS    = 160
)

// linkLike finds what a phone would make a link of.
var linkLike = regexp.MustCompile(`(?i)://|\bwww\.|\b[\p{L}\p{N}-]+\.[\p{L}]{2,}\b|\b[\p{L}\p{N}._-]+@[\p{L}\p{N}-]`)

// septets is the length of a text in an SMS; ok is false when it cannot be
// written in seven bits.
func septets(text string) (n int, ok bool) {
	for _, r := range text {
		switch {
		case strings.ContainsRune(gsm7, r):
			n++
		case strings.ContainsRune(gsm7Twice, r):
			n += 2
		default:
			return 0, false
		}
	}
	return n, true
}

// checkSMS holds a text against what an SMS of the institute may be: one part,
// and never a link.
func checkSMS(text string) error {
	n, ok := septets(text)
	switch {
	case text == "":
		return Refused{"sms-empty"}
	case linkLike.MatchString(text):
		return Refused{"sms-link"}
	case !ok:
		return Refused{"sms-alphabet"}
	case n > maxSMS:
		return Refused{"sms-length"}
	}
	return nil
}

// checkMail: an e-mail says everything and holds no link.
func checkMail(m Message) error {
	switch {
	case m.Subject == "" || m.Text == "" || m.HTML == "":
		return Refused{"email-empty"}
	case linkLike.MatchString(m.Subject + "\n" + m.Text), strings.Contains(m.HTML, "href"), strings.Contains(m.HTML, "src="):
		return Refused{"email-link"}
	}
	return nil
}

// The limits of App IO (subject and markdown of a message's content), which
// MyINPS and INPS Mobile share because they say the same.
const (
	minSubject, maxSubject   = 10, 120
	minMarkdown, maxMarkdown = 80, 10_000
)

// checkNotice holds a notice with a link against the limits.
func checkNotice(m Message) error {
	subject, text := utf8.RuneCountInString(m.Subject), utf8.RuneCountInString(m.Text)
	if m.Channel == "io" {
		text = utf8.RuneCountInString(markdown(m))
	}
	switch {
	case subject < minSubject || subject > maxSubject:
		return Refused{m.Channel + "-subject"}
	case text < minMarkdown || text > maxMarkdown:
		return Refused{m.Channel + "-text"}
	case m.Channel == "mobile" && (m.Push == "" || linkLike.MatchString(m.Push)):
		return Refused{"mobile-push"}
	}
	return nil
}
