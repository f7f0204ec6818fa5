// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

// Package services is the one dated list of the addresses the guide links to.
//
// Texts and scenes name a service by its id; only an id in this list can
// become a link, so no text and no token can send a person elsewhere. The list
// is services.json; a generator compiles it because the browser reads it.
package services

//go:generate go run ./gen

// Service is where one service lives.
type Service struct {
	ID    string
	URL   string // https on inps.it or lavoro.gov.it, tel: or mailto:
	Login string // ways to log in, empty when none is needed
	Tag   string // how sure the address is: V-O, V-S, U
}

// Find returns the service with the id.
func Find(id string) (Service, bool) {
	for _, s := range list {
		if s.ID == id {
			return s, true
		}
	}
	return Service{}, false
}

// IDs returns the ids of all services, in the list's order.
func IDs() []string {
	ids := make([]string, len(list))
	for i, s := range list {
		ids[i] = s.ID
	}
	return ids
}
