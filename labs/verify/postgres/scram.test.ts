import assert from "node:assert/strict";
import { test } from "node:test";
import { Scram } from "./scram.ts";

// Parts of messages. cspell:ignore biws Afux
test("the messages are those of the example in RFC 7677, section 3", () => {
  const scram = new Scram("user", "pencil", "rOprNGfwEbeRWgbNEkqO");
  assert.equal(scram.first(), "n,,n=user,r=rOprNGfwEbeRWgbNEkqO");
  assert.equal(
    scram.proof("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"),
    "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
  );
});
