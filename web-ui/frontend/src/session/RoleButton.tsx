import { Button, type ButtonProps } from '@carbon/react';
import type { Role } from '../api/types';
import { useMay } from './useSession';

/** A button that says so when one's roles do not allow what it does. */
export function RoleButton({ needs, disabled, children, ...rest }: ButtonProps<'button'> & { needs: Role }) {
  const may = useMay(needs);
  if (may) {
    return (
      <Button {...rest} disabled={disabled ?? false}>
        {children}
      </Button>
    );
  }
  const why = `Takes the role ${needs.toLowerCase()}.`;
  return (
    <Button {...rest} disabled title={why}>
      {children}
      <span className="visually-hidden"> {why}</span>
    </Button>
  );
}
