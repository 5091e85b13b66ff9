/** A setting of the seal that is wrong: its name, and why, in words that follow the name. */
export class WrongSealSetting extends Error {
  readonly setting: string;
  readonly why: string;
  constructor(setting: string, why: string) {
    super(`${setting} ${why}.`);
    this.setting = setting;
    this.why = why;
  }
}
