// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package ui

import (
	"videoguida/player/icon"
	"videoguida/player/story"
)

// ForYou is the list of a guide's services; its messages begin with prefix.
// Share is its part of the overlay's height: whole with all its words, else
// only the names beside something else.
type ForYou struct {
	Prefix string
	List   []story.Button
	Icons  []icon.Name // of the list, in its order
}

// Words returns the messages that turn its pages.
func (f ForYou) Words() []string { return []string{"ser-prima", "ser-altri"} }

// In returns the list in a share of the overlay's height. The whole one lights
// up what the narration names: somebody's help, and the phone.
func (f ForYou) In(share float32) *Services {
	s := &Services{
		Title: f.Prefix + "cap-servizi", List: f.List, Icons: f.Icons, Share: share, Brief: share < 1,
		Prev: "ser-prima", Next: "ser-altri",
	}
	if !s.Brief {
		for _, who := range [...]string{"patronato", "telefono"} {
			s.Named = append(s.Named, Named{
				ID: f.Prefix + "btn-" + who, At: story.Cue{Line: f.Prefix + "servizi-2", Marker: who},
			})
		}
	}
	return s
}

// Vote is the scene in which a guide asks how it was and says goodbye: the
// stars, until when it can be seen again and, from the farewells on, the
// services.
type Vote struct {
	Prefix    string
	Farewells []story.Cue // of this guide's variants
	Services  ForYou
}

// labels are the messages of the five stars.
func (v Vote) labels() [5]string {
	var out [5]string
	for i := range out {
		out[i] = v.Prefix + "btn-voto-" + digits[i+1:i+2]
	}
	return out
}

// Words returns what the scene writes besides its labels.
func (v Vote) Words() []string {
	stars := v.labels()
	return append(stars[:], v.Prefix+"lbl-voto-grazie", v.Prefix+"btn-riguarda")
}

// Stage returns the scene's picture.
func (v Vote) Stage() Stage {
	asked := story.Cue{Line: v.Prefix + "voto-1", Marker: "voto"}
	s := Stage{
		{At: story.Cue{Line: v.Prefix + "voto-1"}, After: 450, Show: Card(Title(v.Prefix + "cap-voto"))},
		{At: asked, Show: Card(
			Title(v.Prefix+"cap-voto"),
			Stars{At: asked, Thanks: v.Prefix + "lbl-voto-grazie", Labels: v.labels()},
			Note(icon.Calendar, v.Prefix+"lbl-scade"),
		)},
	}
	goodbye := Open(v.Services.In(0.55), MainDo(icon.Replay, v.Prefix+"btn-riguarda", "replay"))
	for _, at := range v.Farewells {
		s = append(s, Beat{At: at, Show: goodbye})
	}
	return s
}
