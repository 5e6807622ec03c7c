import type { Me } from "../api/me";

/** The desk someone lands on: the one the address names (partner.…, interpreter.…, team.…), else the first they have. */
export function homeOf(me: Me, host: string = window.location.hostname): string {
  const named = me.roles.find((role) => host.startsWith(`${role}.`));
  const role = named ?? me.roles[0];
  return role ? `/${role}` : "/partner";
}
