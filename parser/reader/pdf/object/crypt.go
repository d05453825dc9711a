package object

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
)

// crypt is the standard security handler (7.6.3) with the empty password,
// under which files stand that anybody may read but not change.
type crypt struct {
	secret   []byte
	version  int
	aes      bool
	identity bool // streams and strings are not encrypted after all
}

// cipherKey decrypts one object; nil does nothing.
type cipherKey struct {
	key []byte
	aes bool
}

var errCipher = errors.New("an encrypted part of the PDF file is damaged")

// unlock makes ready for decryption; ErrEncrypted if a password is needed.
func (f *File) unlock() error {
	if f.Trailer["Encrypt"] == nil || f.crypt != nil {
		return nil
	}
	c, err := newCrypt(f)
	if err != nil {
		return err
	}
	f.crypt = c
	clear(f.objects)
	clear(f.packs)
	return nil
}

func newCrypt(f *File) (*crypt, error) {
	d := f.Dict(f.Trailer["Encrypt"])
	if d == nil || f.Name(d["Filter"]) != "Standard" {
		return nil, ErrEncrypted
	}
	c := &crypt{version: f.Int(d["V"])}
	length := f.Int(d["Length"]) / 8
	switch c.version {
	case 1:
		length = 5
	case 2, 3:
	case 4, 5:
		c.method(f, d)
		length = 16
	default:
		return nil, ErrEncrypted
	}
	if length < 5 || length > 16 {
		length = 5
	}
	if c.version == 5 {
		return c, c.newest(f, d)
	}
	return c, c.older(f, d, length)
}

// method is the crypt filter that is used for streams (7.6.5).
func (c *crypt) method(f *File, d Dict) {
	name := f.Name(d["StmF"])
	if name == "" || name == "Identity" {
		c.identity = true
		return
	}
	switch f.Name(f.Dict(f.Dict(d["CF"])[name])["CFM"]) {
	case "AESV2", "AESV3":
		c.aes = true
	case "None":
		c.identity = true
	}
}

// padding fills up passwords (7.6.3.3, algorithm 2).
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

func (f *File) bytesOf(o Object) []byte {
	s, _ := f.Resolve(o).(String)
	return []byte(s)
}

// older makes the key of revisions 2 to 4 and tries it against /U.
func (c *crypt) older(f *File, d Dict, length int) error {
	revision := f.Int(d["R"])
	h := md5.New()
	h.Write([]byte(padding))
	o := f.bytesOf(d["O"])
	h.Write(o[:min(32, len(o))])
	var p [4]byte
	binary.LittleEndian.PutUint32(p[:], uint32(int64(f.Number(d["P"]))))
	h.Write(p[:])
	id := f.Array(f.Trailer["ID"])
	if len(id) > 0 {
		h.Write(f.bytesOf(id[0]))
	}
	if meta, is := f.Resolve(d["EncryptMetadata"]).(bool); revision >= 4 && is && !meta {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:length])
			key = sum[:]
		}
	}
	c.secret = key[:length]
	if !c.opens(f.bytesOf(d["U"]), revision, id, f) {
		return ErrEncrypted
	}
	return nil
}

// opens says whether the key is that of the empty user password (algorithms 4, 5).
func (c *crypt) opens(u []byte, revision int, id Array, f *File) bool {
	if revision < 3 {
		return bytes.Equal(rc4ed(c.secret, []byte(padding)), u[:min(32, len(u))])
	}
	h := md5.New()
	h.Write([]byte(padding))
	if len(id) > 0 {
		h.Write(f.bytesOf(id[0]))
	}
	sum := rc4ed(c.secret, h.Sum(nil))
	key := make([]byte, len(c.secret))
	for i := 1; i <= 19; i++ {
		for j := range key {
			key[j] = c.secret[j] ^ byte(i)
		}
		sum = rc4ed(key, sum)
	}
	return len(u) >= 16 && bytes.Equal(sum[:16], u[:16])
}

func rc4ed(key, data []byte) []byte {
	out := make([]byte, len(data))
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(out, data)
	}
	return out
}

// newest makes the key of revisions 5 and 6 (ISO 32000-2, 7.6.4.3.3).
func (c *crypt) newest(f *File, d Dict) error {
	u, ue := f.bytesOf(d["U"]), f.bytesOf(d["UE"])
	if len(u) < 48 || len(ue) < 32 {
		return ErrEncrypted
	}
	hash := func(salt []byte) []byte {
		if f.Int(d["R"]) < 6 {
			sum := sha256.Sum256(salt)
			return sum[:]
		}
		return hardened(salt)
	}
	if !bytes.Equal(hash(u[32:40]), u[:32]) {
		return ErrEncrypted
	}
	block, err := aes.NewCipher(hash(u[40:48]))
	if err != nil {
		return ErrEncrypted
	}
	c.secret = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(c.secret, ue[:32])
	return nil
}

// hardened is the hash of revision 6 for the empty password (algorithm 2.B).
func hardened(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for round := 0; ; round++ {
		k1 := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := make([]byte, len(k1))
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, k1)
		rest := 0
		for _, b := range e[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if round >= 63 && int(e[len(e)-1]) <= round-31 {
			return k[:32]
		}
	}
}

// key is that of one object (algorithm 1).
func (c *crypt) key(ref Ref) *cipherKey {
	if c == nil || c.identity {
		return nil
	}
	if c.version == 5 {
		return &cipherKey{key: c.secret, aes: true}
	}
	h := md5.New()
	h.Write(c.secret)
	h.Write([]byte{
		byte(ref.Number), byte(ref.Number >> 8), byte(ref.Number >> 16),
		byte(ref.Generation), byte(ref.Generation >> 8),
	})
	if c.aes {
		h.Write([]byte("sAlT"))
	}
	return &cipherKey{key: h.Sum(nil)[:min(len(c.secret)+5, 16)], aes: c.aes}
}

// bytes decrypts data.
func (k *cipherKey) bytes(data []byte) ([]byte, error) {
	if k == nil {
		return data, nil
	}
	if !k.aes {
		return rc4ed(k.key, data), nil
	}
	if len(data) < 2*aes.BlockSize {
		return nil, nil
	}
	block, err := aes.NewCipher(k.key)
	if err != nil {
		return nil, errCipher
	}
	iv, body := data[:aes.BlockSize], data[aes.BlockSize:]
	body = body[:len(body)/aes.BlockSize*aes.BlockSize]
	out := make([]byte, len(body))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(out, body)
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= aes.BlockSize {
		out = out[:len(out)-pad]
	}
	return out, nil
}

// strings decrypts the strings in an object.
func (k *cipherKey) strings(o Object, depth int) Object {
	if k == nil || depth > deepest {
		return o
	}
	switch o := o.(type) {
	case String:
		plain, err := k.bytes([]byte(o))
		if err != nil {
			return String("")
		}
		return String(plain)
	case Array:
		for i := range o {
			o[i] = k.strings(o[i], depth+1)
		}
	case Dict:
		for key := range o {
			o[key] = k.strings(o[key], depth+1)
		}
	}
	return o
}
