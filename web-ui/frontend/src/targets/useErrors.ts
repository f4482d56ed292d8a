import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { validateTarget } from '../api/actions';
import type { FieldError } from '../api/types';

/** So long nothing has to be typed before a text is judged. */
const PAUSE_MS = 400;
const NONE: FieldError[] = [];

/** What the API finds wrong with a target's file, a moment after it was typed. While it does not answer, nothing. */
export function useErrors(name: string, yaml: string): FieldError[] {
  const settled = useSettled(yaml);
  const { data } = useQuery({
    queryKey: ['validation', name, settled],
    queryFn: () => validateTarget(name, settled),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return data ?? NONE;
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
