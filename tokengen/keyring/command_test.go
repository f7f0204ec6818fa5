// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package keyring

import (
	"bufio"
	"crypto"
	"crypto/ed25519"
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"testing"
)

// vaultSeed is the key of the test's own program, for tests only.
const vaultSeed = "the seed of a vault for the test"

// TestMain is also the program that signs: the test starts itself.
func TestMain(m *testing.M) {
	if behaviour := os.Getenv("KEYRING_VAULT"); behaviour != "" {
		vault(behaviour)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// vault is a program that signs as Command asks for, well or badly.
func vault(behaviour string) {
	key := ed25519.NewKeyFromSeed([]byte(vaultSeed))
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		message, err := base64.StdEncoding.DecodeString(in.Text())
		switch {
		case err != nil || behaviour == "ends":
			return
		case behaviour == "chats":
			fmt.Println("ready")
		case behaviour == "floods":
			fmt.Println(strings.Repeat("A", 2*maxAnswer))
		case behaviour == "lies":
			message = append(message, '!')
			fallthrough
		default:
			fmt.Println(base64.StdEncoding.EncodeToString(ed25519.Sign(key, message)))
		}
	}
}

// TestCommand: letters are signed by a program that holds the key, started once.
func TestCommand(t *testing.T) {
	key := ed25519.NewKeyFromSeed([]byte(vaultSeed))
	public := key.Public().(ed25519.PublicKey)
	t.Setenv("KEYRING_VAULT", "signs")
	s := Command(public, os.Args[0])
	defer s.(*command).end()
	for _, message := range []string{"", "a letter", strings.Repeat("long ", 2000)} {
		got, err := s.Sign(nil, []byte(message), crypto.Hash(0))
		if err != nil || string(got) != string(ed25519.Sign(key, []byte(message))) {
			t.Fatalf("%d bytes: %v", len(message), err)
		}
	}
	if _, err := s.Sign(nil, []byte("digest"), crypto.SHA512); err == nil {
		t.Error("a digest was signed")
	}
	for behaviour, want := range map[string]string{
		"ends": "no line of an answer", "chats": "not a signature", "floods": "no line of an answer", "lies": "not the key's",
	} {
		t.Setenv("KEYRING_VAULT", behaviour)
		_, err := Command(public, os.Args[0]).Sign(nil, []byte("a letter"), crypto.Hash(0))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("a program that %s: %v", behaviour, err)
		}
	}
	if _, err := Command(public, "/nowhere/vault").Sign(nil, nil, crypto.Hash(0)); err == nil {
		t.Error("a program that is not there signed")
	}
}

// TestRingOfACommand: a ring signs through the program that it names.
func TestRingOfACommand(t *testing.T) {
	public := ed25519.NewKeyFromSeed([]byte(vaultSeed)).Public().(ed25519.PublicKey)
	t.Setenv("KEYRING_VAULT", "signs")
	r := ring(t)
	c, err := r.Rotate(day0, Lead, &Outside{public, []string{os.Args[0]}})
	if err != nil {
		t.Fatal(err)
	}
	s, err := Open(r.dir, day0)
	if err != nil || s.Kid != c.Made.Kid {
		t.Fatal(s.Kid, err)
	}
	defer s.Signer.(*command).end()
	message := []byte("a letter")
	if signature, err := s.Sign(nil, message, crypto.Hash(0)); err != nil || !ed25519.Verify(public, message, signature) {
		t.Error(err)
	}
	if _, err := r.Rotate(days(30), Lead, &Outside{public, []string{os.Args[0]}}); err == nil {
		t.Error("a rotation to the same key")
	}
}
