// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

//go:build js

package main

import (
	"strings"
	"syscall/js"

	"videoguida/player/story"
	"videoguida/static/services"
	"videoguida/wasm/dom"
)

// services is the list of every service the guide names.
func (r *reader) services() js.Value {
	ul := box("ul", "services")
	for _, ch := range r.chapters {
		if ch.Scene.ID != "servizi" {
			continue
		}
		for _, b := range ch.Scene.Buttons {
			if link := r.service(b); link != nil {
				dom.Append(ul, dom.El("li", nil, link))
			}
		}
	}
	return list(r.heading("h2", "ui-servizi"), ul)
}

// chapterButtons are a chapter's own services and files.
func (r *reader) chapterButtons(s *story.Scene) any {
	if s.ID == "servizi" {
		return nil
	}
	row := box("div", "services")
	for _, b := range s.Buttons {
		if !b.When.Holds(r.facts) {
			continue
		}
		if b.Action != "" {
			dom.Append(row, button("secondary", r.text(b.ID), "save", b.Action))
		} else {
			dom.Append(row, r.service(b))
		}
	}
	if row.Get("childElementCount").Int() == 0 {
		return nil
	}
	return row
}

// service is the link of a button, or nil when it is not for this
// person or the service is not in the dated list.
func (r *reader) service(b story.Button) any {
	if !b.When.Holds(r.facts) {
		return nil
	}
	detail := ""
	if b.Detail != "" {
		detail = r.text(b.Detail)
	}
	login := ""
	if b.Login != "" {
		login = r.text(b.Login)
	}
	return r.serviceLink(b.Service, r.text(b.ID), detail, login)
}

// serviceLink is a link that says where it goes, whether it opens a new tab
// and what access it needs.
func (r *reader) serviceLink(id, label, detail, login string) any {
	s, ok := services.Find(id)
	if !ok {
		return nil
	}
	if login == "" {
		login = r.loginNote(s)
	}
	attrs := dom.Attrs{"class", "service", "href", s.URL, "data-service", id}
	notes := login
	if strings.HasPrefix(s.URL, "https:") && r.boot.NewTab() {
		attrs = append(attrs, "target", "_blank", "rel", "noopener noreferrer")
		notes += " · " + r.text("ui-nuova-scheda")
	}
	a := dom.El("a", attrs, dom.El("strong", nil, label))
	for _, t := range []string{detail, notes} {
		if t != "" {
			dom.Append(a, " ", dom.El("span", nil, t))
		}
	}
	return a
}

// loginNote says what access a service needs.
func (r *reader) loginNote(s services.Service) string {
	switch s.Login {
	case "":
		return r.text("ui-login-no")
	case "SPID, CIE, CNS, eIDAS":
		return r.text("pens-lbl-login-red")
	case "SPID, CIE":
		return r.text("naspi-lbl-login-siisl")
	}
	return r.text("ui-login-serve")
}
