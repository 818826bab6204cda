import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/**
 * The client's side of SCRAM-SHA-256 without channel binding, after RFC 5802 and RFC 7677; for names and passwords of
 * plain letters.
 */
export class Scram {
  private readonly password: string;
  private readonly bare: string;

  constructor(user: string, password: string, nonce = randomBytes(18).toString("base64")) {
    this.password = password;
    this.bare = `n=${user},r=${nonce}`;
  }

  /** The first message. */
  first(): string {
    return `n,,${this.bare}`;
  }

  /** @param challenge the server's first message: its nonce, the salt and the number of rounds */
  proof(challenge: string): string {
    const { r = "", s = "", i = "" } = Object.fromEntries(challenge.split(",").map((part) => [part[0], part.slice(2)]));
    const salted = pbkdf2Sync(this.password, Buffer.from(s, "base64"), Number(i), 32, "sha256");
    const key = hmac(salted, "Client Key");
    const stored = createHash("sha256").update(key).digest();
    const final = `c=biws,r=${r}`;
    const signature = hmac(stored, `${this.bare},${challenge},${final}`);
    return `${final},p=${Buffer.from(key.map((byte, at) => byte ^ (signature[at] ?? 0))).toString("base64")}`;
  }
}
