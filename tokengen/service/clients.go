// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package service

import (
	"bufio"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/time/rate"
)

// client is a system that may ask for letters.
type client struct {
	name string
	rate *rate.Limiter // requests
}

// clients are found by what they show.
type clients struct {
	bearer map[[sha256.Size]byte]*client // by the hash of the token
	cert   map[string]*client            // by the certificate's common name
}

// Rates of a client whose line names none.
const (
	defaultRate  = 50.0 // requests a second
	defaultBurst = 100
)

var clientName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,31}$`)

func loadClients(path string) (*clients, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	c, err := readClients(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

// readClients reads the file of clients: a line each, parted by blanks.
//
//	# name     shows    what it shows                                 requests/s
//	printer    bearer   sha256:9f86d081884c7d659a2feaa0c55ad015a3…    20
//	crm        cert     crm.servizi.example
func readClients(r io.Reader) (*clients, error) {
	c := &clients{bearer: map[[sha256.Size]byte]*client{}, cert: map[string]*client{}}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		words := strings.Fields(lines.Text())
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		if err := c.add(words); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(c.bearer)+len(c.cert) == 0 {
		return nil, errors.New("no client: make a line with tokengen client --name NAME")
	}
	return c, nil
}

func (c *clients) add(words []string) error {
	if len(words) < 3 || len(words) > 4 || !clientName.MatchString(words[0]) {
		return errors.New("must be a name (a-z, 0-9, . - _), bearer or cert, what it shows and, if need be, requests a second")
	}
	one := &client{name: words[0]}
	perSecond := defaultRate
	if len(words) == 4 {
		var err error
		if perSecond, err = strconv.ParseFloat(words[3], 64); err != nil || !(perSecond > 0) || perSecond > 1e6 {
			return errors.New("requests a second must be a number above 0")
		}
	}
	one.rate = rate.NewLimiter(rate.Limit(perSecond), max(1, int(perSecond*defaultBurst/defaultRate)))
	switch words[1] {
	case "bearer":
		return c.addBearer(words[2], one)
	case "cert":
		if c.cert[words[2]] != nil {
			return errors.New("this certificate is there twice")
		}
		c.cert[words[2]] = one
		return nil
	}
	return errors.New("the second word must be bearer or cert")
}

func (c *clients) addBearer(text string, one *client) error {
	digits, marked := strings.CutPrefix(text, "sha256:")
	sum, err := hex.DecodeString(digits)
	if err != nil || !marked || len(sum) != sha256.Size {
		return errors.New("a bearer token is told by its hash, sha256: and 64 hexadecimal digits")
	}
	key := [sha256.Size]byte(sum)
	if c.bearer[key] != nil {
		return errors.New("this bearer token is there twice")
	}
	c.bearer[key] = one
	return nil
}

// keepRates lets clients that were known go on with what they have used up.
func (c *clients) keepRates(old *clients) {
	if old == nil {
		return
	}
	for key, one := range c.bearer {
		one.keep(old.bearer[key])
	}
	for key, one := range c.cert {
		one.keep(old.cert[key])
	}
}

func (c *client) keep(old *client) {
	if old != nil && old.rate.Limit() == c.rate.Limit() {
		c.rate = old.rate
	}
}

// byBearer finds a client by its token. The hash makes the look-up's time tell
// nothing about tokens.
func (c *clients) byBearer(token string) *client {
	return c.bearer[sha256.Sum256([]byte(token))]
}

// byCert finds a client by its verified certificate.
func (c *clients) byCert(cert *x509.Certificate) *client { return c.cert[cert.Subject.CommonName] }

// NewClient returns a fresh bearer token for a client and the line that lets it
// in. The token is told once; the line holds its hash.
func NewClient(name string, random io.Reader) (token, line string, err error) {
	if !clientName.MatchString(name) {
		return "", "", errors.New("a name is 1 to 32 of a-z, 0-9, dots, hyphens and underscores, a letter or digit first")
	}
	var secret [32]byte
	if _, err := io.ReadFull(random, secret[:]); err != nil {
		return "", "", err
	}
	token = "vgs_" + base64.RawURLEncoding.EncodeToString(secret[:])
	sum := sha256.Sum256([]byte(token))
	return token, fmt.Sprintf("%s bearer sha256:%x", name, sum), nil
}
