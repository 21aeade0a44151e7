import type { failures as en } from "../en/failures.ts";
import type { Translated } from "../translated.ts";

export const failures: Translated<typeof en> = {
  start: "Al inicio",
  notFoundTitle: "Esta página no existe",
  notFoundText: "Puede que la dirección tenga un error o que la página ya no esté.",
  brokenTitle: "Algo ha fallado",
  brokenText: "No se ha cambiado nada. Inténtelo de nuevo en un momento.",
  cookiesTitle: "Su navegador bloquea las cookies",
  cookiesText:
    "Para iniciar sesión y guardar una hora hace falta una cookie de este sitio. Permita las cookies en los ajustes del navegador, vuelva atrás e inténtelo de nuevo.",
  formTitle: "Esta página estuvo abierta demasiado tiempo",
  formText: "No se ha cambiado nada. Vuelva atrás, recargue la página y envíela de nuevo.",
};
