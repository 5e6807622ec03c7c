import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { actKey, api, data, type Schema } from "../../api/client";

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

export function useTravelTimes() {
  return useQuery({
    queryKey: ["travel_time+site", "all"] as const,
    queryFn: () => data(api.GET("/api/v1/travel-times")),
  });
}

const path = (id: string) => ({ path: { id }, header: actKey() });
const header = () => ({ header: actKey() });

export const partnerActs = {
  addAgency: (body: Schema["NewAgencyRequest"]) =>
    data(api.POST("/api/v1/agencies", { params: header(), body })),
  editAgency: ({ id, ...body }: { id: string } & Schema["AgencyEditRequest"]) =>
    data(api.PUT("/api/v1/agencies/{id}", { params: path(id), body })),
  invite: ({ id, ...body }: { id: string } & Schema["NewMemberRequest"]) =>
    data(api.POST("/api/v1/agencies/{id}/invite", { params: path(id), body })),
  removeMember: ({ id, user }: { id: string; user: string }) =>
    data(
      api.POST("/api/v1/agencies/{id}/members/{user}/remove", {
        params: { path: { id, user }, header: actKey() },
      }),
    ),
  addGroup: ({ id, ...body }: { id: string } & Schema["NewGroupRequest"]) =>
    data(api.POST("/api/v1/agencies/{id}/groups", { params: path(id), body })),
  editGroup: ({ id, ...body }: { id: string } & Schema["GroupEditRequest"]) =>
    data(api.PUT("/api/v1/groups/{id}", { params: path(id), body })),
  addSite: (body: Schema["NewSiteRequest"]) => data(api.POST("/api/v1/sites", { params: header(), body })),
  editSite: ({ id, ...body }: { id: string } & Schema["SiteEditRequest"]) =>
    data(api.PUT("/api/v1/sites/{id}", { params: path(id), body })),
  setTravelTime: (body: Schema["TravelTimeInputRequest"]) =>
    data(api.PUT("/api/v1/travel-times", { params: header(), body })),
};
