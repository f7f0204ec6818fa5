// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package build

import (
	"fmt"

	"videoguida/cmd/voicebank/internal/align"
	"videoguida/cmd/voicebank/internal/carrier"
	"videoguida/cmd/voicebank/internal/cut"
	"videoguida/cmd/voicebank/internal/lips"
	"videoguida/cmd/voicebank/internal/mp3"
	"videoguida/cmd/voicebank/internal/pitch"
	"videoguida/cmd/voicebank/internal/sound"
	"videoguida/player/voice"
)

// around is how much of the carrier is encoded on either side of a clip, s:
// the encoder then smears nothing into it, and a decoder drops it with the
// silence of the coding.
const around = .008

// recording is a carrier as it was said.
type recording struct {
	carrier.Carrier
	words  []carrier.Word
	speech sound.Sound
	phones []align.Phone
	tune   pitch.Track
	cutter *cut.Cutter
}

// one says a carrier and cuts its units.
func (m Maker) one(c carrier.Carrier, gain float64, delay int) (Said, error) {
	r, cost, err := m.record(c, gain)
	if err != nil {
		return Said{}, err
	}
	said := Said{Carrier: c, Cost: cost}
	for _, part := range c.Used() {
		clip, err := m.clip(r, part)
		if err != nil {
			return said, fmt.Errorf("%q: %w", c.Parts[part].Text, err)
		}
		clip.Head += delay
		clip.MP3 = mp3.Trim(clip.MP3, clip.Head+clip.Samples)
		said.Clips = append(said.Clips, clip)
	}
	return said, nil
}

// record says a carrier and finds its phones.
func (m Maker) record(c carrier.Carrier, gain float64) (r recording, cost float64, err error) {
	raw, err := m.Voice.Say(c.Say())
	if err != nil {
		return r, 0, err
	}
	r = recording{Carrier: c, words: c.Words()}
	texts := make([]string, len(r.words))
	for i, w := range r.words {
		texts[i] = w.Text
	}
	ref, err := m.Reference.Say(texts)
	if err != nil {
		return r, 0, err
	}
	found := align.Align(ref, raw)
	r.speech, r.phones = louder(polish(raw), gain), found.Phones
	r.tune, r.cutter = pitch.Follow(r.speech), cut.New(r.speech, r.phones)
	return r, found.Cost, nil
}

// clip cuts and encodes a part of a recording.
func (m Maker) clip(r recording, part int) (Clip, error) {
	first, last := r.span(part)
	from, to, err := r.cutter.Words(first, last)
	if err != nil {
		return Clip{}, err
	}
	s := r.speech
	a, b := s.At(from.At), s.At(to.At)
	lead, tail := s.At(from.At-around), s.At(to.At+around)
	data, err := m.encoder(r.Parts[part]).Encode(sound.Sound{Rate: s.Rate, S: s.S[lead:tail]})
	if err != nil {
		return Clip{}, err
	}
	p := r.Parts[part]
	return Clip{Pack: p.Pack, MP3: data, Ends: r.ends(from, to), Clip: voice.Clip{
		Unit: p.Unit, Samples: b - a, Head: a - lead, Gain: 1000,
		Words: r.times(part, from.At, b-a), Mouths: lips.Read(r.phones, from.At, to.At),
	}}, nil
}

// greetingKbps is the average rate asked for names: of clips this short the
// encoder gives more than it is asked, about 25 kbit/s.
const greetingKbps = 20

func (m Maker) encoder(p carrier.Part) mp3.Lame {
	l := m.Lame
	if p.Kind == "name" {
		l.Kbps = min(l.Kbps, greetingKbps)
	}
	return l
}

// times returns when the words of a part begin, in a clip of so many samples
// cut at from s. The word of a clip that has only one begins with it.
func (r recording) times(part int, from float64, samples int) []voice.Word {
	var out []voice.Word
	for i, w := range r.words {
		if w.Part == part {
			at := int((r.cutter.Start(i) - from) * 1000)
			out = append(out, voice.Word{At: min(max(0, at), samples*1000/mp3.Rate), From: w.From, To: w.To})
		}
	}
	if len(out) == 1 {
		return nil
	}
	return out
}

// span returns the first and last word of a part.
func (r recording) span(part int) (first, last int) {
	first = -1
	for i, w := range r.words {
		if w.Part == part {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}
