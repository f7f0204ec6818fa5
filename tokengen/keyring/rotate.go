// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package keyring

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"videoguida/tokengen/sign"
)

// Change says what a rotation did.
type Change struct {
	Made    Key      // the new key; its From says when it begins
	Deleted []string // kids whose private half was deleted: they sign no more
	Dropped []string // kids that left the ring: nobody has their letters
}

// Outside is a key whose private half is not kept in the ring.
type Outside struct {
	Public  ed25519.PublicKey
	Command []string // what signs, see Command
}

// Rotate adds the next key, which begins after lead (at once in an empty ring),
// and clears away what nobody needs. Without an outside key it makes one.
func (r *Ring) Rotate(now time.Time, lead time.Duration, outside *Outside) (Change, error) {
	if i, ok := r.next(now); ok {
		return Change{}, fmt.Errorf("key %s is the next one already: it begins on %s", r.Keys[i].Kid, r.Keys[i].From.Format(time.DateOnly))
	}
	if _, ok := r.current(now); !ok {
		lead = 0
	}
	made, err := r.add(now.Add(lead), outside)
	if err != nil {
		return Change{}, err
	}
	c := Change{Made: made, Deleted: r.unneeded(now), Dropped: r.forgotten(now)}
	r.Keys = slices.DeleteFunc(r.Keys, func(k Key) bool { return slices.Contains(c.Dropped, k.Kid) })
	for _, kid := range c.Dropped {
		os.Remove(r.idsFile(kid)) // there may be none
	}
	return c, errors.Join(r.save(), r.discard(c.Deleted))
}

// Retire withdraws a key at once, its letters included: it was stolen, or it
// signed what it should not. When it was the one that signs, a new key takes
// its place now, for a week's notice would be a week without letters.
func (r *Ring) Retire(kid string, now time.Time, outside *Outside) (Change, error) {
	i := slices.IndexFunc(r.Keys, func(k Key) bool { return k.Kid == kid })
	if i < 0 {
		return Change{}, fmt.Errorf("no key %q in this ring", kid)
	}
	if !r.Keys[i].Retired.IsZero() {
		return Change{}, fmt.Errorf("key %s was retired on %s", kid, r.Keys[i].Retired.Format(time.DateOnly))
	}
	r.Keys[i].Retired = second(now)
	var c Change
	if _, ok := r.current(now); !ok {
		var err error
		if c.Made, err = r.replace(now, outside); err != nil {
			return Change{}, err
		}
	}
	c.Deleted = []string{kid}
	return c, errors.Join(r.save(), r.discard(c.Deleted))
}

// replace makes the next key begin at now, or adds one that does.
func (r *Ring) replace(now time.Time, outside *Outside) (Key, error) {
	if i, ok := r.next(now); ok {
		r.Keys[i].From = second(now)
		return r.Keys[i], nil
	}
	return r.add(now, outside)
}

// second cuts a time to what ring.json and key sets tell.
func second(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }

// add puts a key at the end of the ring.
func (r *Ring) add(from time.Time, outside *Outside) (Key, error) {
	k := Key{From: second(from)}
	if err := os.MkdirAll(r.dir, 0o700); err != nil {
		return k, err
	}
	public, err := r.half(outside)
	if err != nil {
		return k, err
	}
	if outside != nil {
		k.Command = outside.Command
	}
	k.X = base64.RawURLEncoding.EncodeToString(public)
	k.Kid = KidOf(filepath.Join(r.dir, index), public)
	if slices.ContainsFunc(r.Keys, func(old Key) bool { return old.X == k.X }) {
		return k, errors.New("this key is in the ring already: every rotation needs a new one")
	}
	if outside == nil {
		err = os.Rename(filepath.Join(r.dir, fresh), r.file(k.Kid))
	}
	r.Keys = append(r.Keys, k)
	return k, err
}

// fresh is where a new private half lies until its name is known.
const fresh = ".new.pem"

// half returns the public half of a key: the outside one's, or a new one's.
func (r *Ring) half(outside *Outside) (ed25519.PublicKey, error) {
	if outside != nil {
		return outside.Public, nil
	}
	if err := os.Remove(filepath.Join(r.dir, fresh)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, err
	}
	key, err := sign.NewKey(filepath.Join(r.dir, fresh))
	if err != nil {
		return nil, err
	}
	return key.Public().(ed25519.PublicKey), nil
}

// unneeded lists the keys that have a file and sign neither now nor later.
func (r *Ring) unneeded(now time.Time) (kids []string) {
	signing, _ := r.current(now)
	for _, k := range r.Keys[:signing] {
		if _, err := os.Lstat(r.file(k.Kid)); err == nil {
			kids = append(kids, k.Kid)
		}
	}
	return kids
}

// forgotten lists the keys that ended so long ago that no letter of theirs is
// looked at any more.
func (r *Ring) forgotten(now time.Time) (kids []string) {
	for i, k := range r.Keys {
		if end := r.ended(i); !end.IsZero() && end.Add(Memory).Before(now) {
			kids = append(kids, k.Kid)
		}
	}
	return kids
}

// discard deletes private halves, after what they know of their letters' ids
// was kept.
func (r *Ring) discard(kids []string) error {
	var errs []error
	for _, kid := range kids {
		err := r.keepIDs(kid)
		if err == nil {
			err = os.Remove(r.file(kid))
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
