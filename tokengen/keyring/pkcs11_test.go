// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package keyring

import (
	"crypto"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"videoguida/tokengen/sign"
)

// softhsm is SoftHSM's module on Debian.
const softhsm = "/usr/lib/softhsm/libsofthsm2.so"

// TestPKCS11: a real PKCS#11 token makes a key that never leaves it and signs
// letters through pkcs11-sign.sh. It runs where Debian's softhsm2 and opensc
// are installed.
func TestPKCS11(t *testing.T) {
	for _, program := range []string{"softhsm2-util", "pkcs11-tool"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip("apt-get install softhsm2 opensc")
		}
	}
	dir := t.TempDir()
	os.Mkdir(filepath.Join(dir, "tokens"), 0o700)
	conf := filepath.Join(dir, "conf")
	os.WriteFile(conf, []byte("directories.tokendir = "+dir+"/tokens\nobjectstore.backend = file\n"), 0o600)
	t.Setenv("SOFTHSM2_CONF", conf)
	t.Setenv("PKCS11_PIN", "1234")
	tool := []string{"--module", softhsm, "--token-label", "guida", "--id", "01"}
	shell(t, "softhsm2-util", "--init-token", "--free", "--label", "guida", "--pin", "1234", "--so-pin", "5678")
	shell(t, "pkcs11-tool", append(tool, "--login", "--pin", "1234", "--keypairgen", "--key-type", "EC:edwards25519")...)
	shell(t, "pkcs11-tool", append(tool, "--read-object", "--type", "pubkey", "--output-file", dir+"/public.pem")...)
	public := publicHalf(t, dir+"/public.pem")

	r := ring(t)
	if _, err := r.Rotate(day0, Lead, &Outside{public, []string{"./pkcs11-sign.sh", softhsm, "guida", "01"}}); err != nil {
		t.Fatal(err)
	}
	s, err := r.Signer(day0)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Signer.(*command).end()
	for _, message := range []string{"a letter", "another"} {
		signature, err := s.Sign(nil, []byte(message), crypto.Hash(0))
		if err != nil || !ed25519.Verify(public, []byte(message), signature) {
			t.Errorf("%q: %v", message, err)
		}
	}
	first, err1 := sign.JtiKey(s)
	again, err2 := sign.JtiKey(s)
	if err1 != nil || err2 != nil || string(first) != string(again) {
		t.Error("the token does not sign the same text the same way: ids of letters would change", err1, err2)
	}
}

func shell(t *testing.T, name string, args ...string) {
	t.Helper()
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

func publicHalf(t *testing.T, path string) ed25519.PublicKey {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(data)
	if block == nil {
		t.Fatal("no PEM")
	}
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return key.(ed25519.PublicKey)
}
