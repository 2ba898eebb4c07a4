// Answers the tests: one JSON object a line in, one out. The jose package does the work, so that what is compared is not ours.
import { createInterface } from 'node:readline';
import * as jose from 'jose';

const utf8 = new TextEncoder();
const text = new TextDecoder();

const answers = {
  async open({ message, key }) {
    const opened = await jose.generalDecrypt(message, await jose.importJWK(key, 'ECDH-ES+A256KW'));
    return text.decode(opened.plaintext);
  },
  async seal({ content, keys }) {
    const message = new jose.GeneralEncrypt(utf8.encode(content)).setProtectedHeader({ enc: 'A256GCM' });
    for (const key of keys) {
      message.addRecipient(await jose.importJWK(key, 'ECDH-ES+A256KW')).setUnprotectedHeader({ alg: 'ECDH-ES+A256KW', kid: key.kid });
    }

    return message.encrypt();
  },
  async sign({ content, type, key }) {
    return new jose.CompactSign(utf8.encode(content)).setProtectedHeader({ alg: 'ES256', typ: type }).sign(await jose.importJWK(key, 'ES256'));
  },
  async verify({ message, key }) {
    return text.decode((await jose.compactVerify(message, await jose.importJWK(key, 'ES256'))).payload);
  },
  async passphrase({ message, passphrase }) {
    return text.decode((await jose.compactDecrypt(message, utf8.encode(passphrase), { maxPBES2Count: 1e7, keyManagementAlgorithms: ['PBES2-HS512+A256KW'] })).plaintext);
  },
  async thumbprint({ key }) {
    return jose.calculateJwkThumbprint(key);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  let answer;
  try {
    answer = { value: await answers[question.ask](question) };
  } catch (error) {
    answer = { error: error.code ?? String(error) };
  }

  process.stdout.write(JSON.stringify(answer) + '\n');
}
