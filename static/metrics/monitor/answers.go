// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package monitor

import (
	"context"

	"videoguida/static/metrics/release"
)

// answers publishes how batches were answered since the start, as package
// release lets counts out.
type answers struct{ taken, refused, flooded, failed release.Rounder }

func newAnswers(ctx context.Context, s release.Store) (*answers, error) {
	secret, err := s.Secret(ctx)
	a := &answers{}
	for name, r := range map[string]*release.Rounder{"taken": &a.taken, "refused": &a.refused, "flooded": &a.flooded, "failed": &a.failed} {
		r.Key, r.Secret = release.Total("answers", name), secret
	}
	return a, err
}

// Answers returns how batches were answered since the start, by what the answer
// was: taken (204), refused (4xx), flooded (429), failed (503).
func (m *Monitor) Answers() map[string]int64 {
	now := m.now()
	n := &m.Handler.Answers
	return map[string]int64{
		"taken":   m.answers.taken.Show(n.Taken.Load(), now),
		"refused": m.answers.refused.Show(n.Refused.Load(), now),
		"flooded": m.answers.flooded.Show(n.Flooded.Load(), now),
		"failed":  m.answers.failed.Show(n.Failed.Load(), now),
	}
}
