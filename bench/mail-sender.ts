import { connect } from 'node:net';

const [port = 0, to = '', letters = 0, connections = 1] = process.argv
  .slice(2)
  .map((word, index) => (index === 1 ? word : Number(word)));

const texts = [
  'Nhà tôi ở thị xã Hòa Thành, Tây Ninh bị mất điện từ sáng. Số điện thoại 0912 345 678.',
  'Tôi muốn xin cấp điện mới cho nhà ở tại huyện Gò Dầu, Tây Ninh. Địa chỉ: số 12 ấp 3.',
  'Hóa đơn tiền điện tháng này cao quá, đề nghị kiểm tra công tơ giúp.',
];

const letter = (n: number) =>
  [
    `From: =?utf-8?B?${Buffer.from(`Khách hàng ${n}`).toString('base64')}?= <khach${process.pid}.${n}@example.com>`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(`Yêu cầu số ${n}`).toString('base64')}?=`,
    `Message-ID: <${process.pid}.${n}@example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`Kính gửi điện lực,\n${texts[n % texts.length]}\nTrân trọng.`).toString('base64'),
    '.',
    '',
  ].join('\r\n');

let next = 0;

/** One connection, letter after letter, waiting for each answer as a mail server does. */
async function oneConnection(): Promise<void> {
  const socket = connect(Number(port), '127.0.0.1').setNoDelay(true).setEncoding('latin1');
  const words = socket[Symbol.asyncIterator]();
  let waiting = '';
  const answer = async (expected: string) => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*(\d{3}) .*\r\n/.exec(waiting);
      if (whole) {
        waiting = waiting.slice(whole[0].length);
        if (whole[1] !== expected) throw new Error(whole[0]);
        return;
      }
      const { value, done } = await words.next();
      if (done) throw new Error('the server hung up');
      waiting += value;
    }
  };
  const say = async (line: string, expected: string) => {
    socket.write(line);
    await answer(expected);
  };
  await answer('220');
  await say('EHLO bench.example\r\n', '250');
  for (let n = next++; n < Number(letters); n = next++) {
    await say(`MAIL FROM:<khach${process.pid}.${n}@example.com>\r\n`, '250');
    await say(`RCPT TO:<${to}>\r\n`, '250');
    await say('DATA\r\n', '354');
    await say(letter(n), '250');
  }
  socket.end('QUIT\r\n');
}

await Promise.all(Array.from({ length: Number(connections) }, oneConnection));
