import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, data, once, onceAt, type Schema } from "../../api/client";
import type { Found, Option } from "../../desk/Chooser";
import { isolated } from "../../lib/names";

export type Agency = Schema["AgencyDetail"];
export type Group = Schema["GroupDetail"];
export type Site = Schema["SiteView"];

const partnerKeys = {
  agencies: ["agency", "list"] as const,
  agency: (id: string) => ["agency+group", "detail", id] as const,
  sites: ["site", "sites"] as const,
};

export function useAgencies() {
  return useInfiniteQuery({
    queryKey: partnerKeys.agencies,
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      data(api.GET("/api/v1/agencies", { params: { query: pageParam ? { cursor: pageParam } : {} } })),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export function useAgency(id: string) {
  return useQuery({
    queryKey: partnerKeys.agency(id),
    queryFn: () => data(api.GET("/api/v1/agencies/{id}", { params: { path: { id } } })),
  });
}

export function useSites() {
  return useInfiniteQuery({
    queryKey: partnerKeys.sites,
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/sites", {
          params: { query: { limit: 100, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    getNextPageParam: (last) => last.next ?? undefined,
  });
}

export const siteOption = ({ id, name, area }: Site): Option => ({
  value: id,
  label: `${name}, ${isolated(area)}`,
});

/** Places by a part of their name, or of their area. */
export function sitesFound(search: string) {
  const query = { limit: 100, ...(search && { search }) };
  return {
    queryKey: ["site", "choose", search],
    queryFn: async (): Promise<Found> => {
      const { results, next } = await data(api.GET("/api/v1/sites", { params: { query } }));
      return { options: results.map(siteOption), more: next !== null };
    },
  };
}

export function useTravelTimes() {
  return useQuery({
    queryKey: ["travel_time+site", "all"] as const,
    queryFn: () => data(api.GET("/api/v1/travel-times")),
  });
}

export const partnerActs = {
  addAgency: (body: Schema["NewAgencyRequest"], key: string) =>
    data(api.POST("/api/v1/agencies", { params: { header: once(key) }, body })),
  editAgency: ({ id, ...body }: { id: string } & Schema["AgencyEditRequest"], key: string) =>
    data(api.PUT("/api/v1/agencies/{id}", { params: onceAt(id, key), body })),
  invite: ({ id, ...body }: { id: string } & Schema["NewMemberRequest"], key: string) =>
    data(api.POST("/api/v1/agencies/{id}/invite", { params: onceAt(id, key), body })),
  removeMember: ({ id, user }: { id: string; user: string }, key: string) =>
    data(
      api.POST("/api/v1/agencies/{id}/members/{user}/remove", {
        params: { path: { id, user }, header: once(key) },
      }),
    ),
  addGroup: ({ id, ...body }: { id: string } & Schema["NewGroupRequest"], key: string) =>
    data(api.POST("/api/v1/agencies/{id}/groups", { params: onceAt(id, key), body })),
  editGroup: ({ id, ...body }: { id: string } & Schema["GroupEditRequest"], key: string) =>
    data(api.PUT("/api/v1/groups/{id}", { params: onceAt(id, key), body })),
  addSite: (body: Schema["NewSiteRequest"], key: string) =>
    data(api.POST("/api/v1/sites", { params: { header: once(key) }, body })),
  editSite: ({ id, ...body }: { id: string } & Schema["SiteEditRequest"], key: string) =>
    data(api.PUT("/api/v1/sites/{id}", { params: onceAt(id, key), body })),
  setTravelTime: (body: Schema["TravelTimeInputRequest"], key: string) =>
    data(api.PUT("/api/v1/travel-times", { params: { header: once(key) }, body })),
};
