package build

import (
	"fmt"

	"videoguida/cmd/voicebank/internal/align"
	"videoguida/cmd/voicebank/internal/carrier"
	"videoguida/cmd/voicebank/internal/cut"
	"videoguida/cmd/voicebank/internal/lips"
	"videoguida/cmd/voicebank/internal/mp3"
	"videoguida/cmd/voicebank/internal/sound"
	"videoguida/player/voice"
)

// context is how much of the carrier is encoded on either side of a clip, s:
// the encoder then smears nothing into it, and a decoder drops it with the
// silence of the coding.
const context = .012

// one says a carrier and cuts its units.
func (m Maker) one(c carrier.Carrier, gain float64, delay int) (Said, error) {
	raw, err := m.Voice.Say(c.Say())
	if err != nil {
		return Said{}, err
	}
	words := c.Words()
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	ref, err := m.Reference.Say(texts)
	if err != nil {
		return Said{}, err
	}
	found := align.Align(ref, raw)
	said := Said{Carrier: c, Cost: found.Cost}
	speech := louder(polish(raw), gain)
	cutter := cut.New(speech, found.Phones)
	for _, part := range c.Used() {
		clip, err := m.clip(cutter, c, part)
		if err != nil {
			return said, fmt.Errorf("%q: %w", c.Parts[part].Text, err)
		}
		clip.Head += delay
		clip.MP3 = mp3.Trim(clip.MP3, clip.Head+clip.Samples)
		said.Clips = append(said.Clips, clip)
	}
	return said, nil
}

// clip cuts and encodes a part of a carrier.
func (m Maker) clip(cutter *cut.Cutter, c carrier.Carrier, part int) (Clip, error) {
	first, last := span(c, part)
	from, to, err := cutter.Words(first, last)
	if err != nil {
		return Clip{}, err
	}
	speech := cutter.Speech()
	a, b := speech.At(from.At), speech.At(to.At)
	lead, tail := speech.At(from.At-context), speech.At(to.At+context)
	data, err := m.Lame.Encode(sound.Sound{Rate: speech.Rate, S: speech.S[lead:tail]})
	if err != nil {
		return Clip{}, err
	}
	p := c.Parts[part]
	out := Clip{Pack: p.Pack, MP3: data, Clip: voice.Clip{
		Unit: p.Unit, Samples: b - a, Head: a - lead, Gain: 1000,
		Mouths: lips.Read(cutter.Phones(), from.At, to.At),
	}}
	for i, w := range c.Words() {
		if w.Part == part {
			at := int((cutter.Start(i) - from.At) * 1000)
			out.Words = append(out.Words, voice.Word{At: min(max(0, at), out.Samples*1000/mp3.Rate), From: w.From, To: w.To})
		}
	}
	return out, nil
}

// span returns the first and last word of a part.
func span(c carrier.Carrier, part int) (first, last int) {
	first = -1
	for i, w := range c.Words() {
		if w.Part == part {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}
