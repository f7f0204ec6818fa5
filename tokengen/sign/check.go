// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"encoding/json"
	"errors"

	"videoguida/tokengen/token"
)

// Check returns claims as a browser will read them, on the day they are
// issued, and the fields that break a rule of the schema. It signs nothing.
func Check(c token.Claims) (token.Claims, []FieldError) {
	payload, err := json.Marshal(wireOf(c))
	if err != nil {
		return c, []FieldError{{"row", "cannot be written as JSON"}}
	}
	read, err := token.ReadPayload(payload, c.Iat)
	var refused *token.Error
	if errors.As(err, &refused) {
		return c, []FieldError{{refused.Field, "refused by the guide: " + refused.Code}}
	}
	var bad []FieldError
	for _, name := range read.Dropped {
		bad = append(bad, FieldError{name, "impossible value"})
	}
	if read.Name != c.Name {
		bad = append(bad, FieldError{"name", "not a given name: letters, blanks, ' - . only, at most 40 characters"})
	}
	return read, sorted(bad)
}
