import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Schema } from "../../api/client";

export const QUALITIES: Record<Schema["Quality"], MessageDescriptor> = {
  woman: msg`A woman`,
  check: msg`A valid check`,
  training: msg`Safeguarding training`,
  variety: msg`Speaks the variety`,
  named: msg`Named by the partner`,
};

export const STRENGTHS: Record<Schema["Strength"], MessageDescriptor> = {
  required: msg`required`,
  wished: msg`wished for`,
};

/** What the team sets on a place; who is named comes from the partner. */
export const SET_BY_TEAM = ["woman", "check", "training", "variety"] as const;
