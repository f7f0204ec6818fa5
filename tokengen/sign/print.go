// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package sign

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"videoguida/tokengen/token"
)

// Facts returns claims in the form of facts.json: dates as YYYY-MM-DD, money
// as "1285.44", absent claims left out.
func Facts(c token.Claims) map[string]any {
	out := map[string]any{}
	w := reflect.ValueOf(wireOf(c))
	for i := range w.NumField() {
		name, _, _ := strings.Cut(w.Type().Field(i).Tag.Get("json"), ",")
		if v := w.Field(i); !v.IsZero() {
			out[name] = fact(name, v.Interface())
		}
	}
	return out
}

func fact(name string, v any) any {
	switch name {
	case "iat", "exp":
		return time.Unix(v.(int64), 0).UTC().Format("2006-01-02")
	case "applied", "start", "first_pay", "red_by":
		return time.Unix(int64(v.(int32))*86400, 0).UTC().Format("2006-01-02")
	case "monthly", "gross", "net", "irpef", "local_tax", "deductions", "arrears":
		n := v.(int64)
		return fmt.Sprintf("%d.%02d", n/100, n%100)
	}
	return v
}
