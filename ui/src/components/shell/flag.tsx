/** Flag H, "I have a pilot on board": the mark of the house. */
export const Flag = () => (
  <span
    className="flag-h forced-color-adjust-none block size-[18px] flex-none rounded-1"
    aria-hidden="true"
  />
);
