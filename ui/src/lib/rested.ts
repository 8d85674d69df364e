import { useEffect, useState } from 'react';

/** While somebody writes, nothing is asked. */
const moment = 400;

/** A value as it was when it last stood still for a moment. */
export function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), moment);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
