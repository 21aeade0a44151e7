import type { signInBack as enBack, signInPage as en } from "../en/sign-in-page.ts";
import type { Translated } from "../companion/translated.ts";

export const signInBack: Translated<{ readonly text: typeof enBack }>["text"] = "Volver a Bellhop";

export const signInPage: Translated<typeof en> = {
  granted: {
    title: "Sesión iniciada",
    text: "Bellhop tiene lo que necesita. Cierre esta página y vuelva a la recepción para elegir un calendario.",
  },
  missing: {
    title: "Una casilla quedó vacía",
    text: "Sin ese permiso no se puede mantener el calendario al día. Vuelva a la recepción y pídalo de nuevo, con todas las casillas marcadas.",
  },
  denied: {
    title: "No se conectó nada",
    text: "Se negó el permiso. Cierre esta página; la recepción sigue funcionando sin Google Calendar.",
  },
  stateMismatch: {
    title: "Esta respuesta se rechazó",
    text: "No corresponde al inicio de sesión abierto en la recepción. Vuelva a la recepción y empiece de nuevo.",
  },
  failed: {
    title: "El inicio de sesión no funcionó",
    text: "Vuelva a la recepción: dice qué pasó y cómo seguir.",
  },
  used: {
    title: "Este inicio de sesión ha terminado",
    text: "Solo vale una vez. Vuelva a la recepción.",
  },
  stranger: {
    title: "Aquí no hay nada que ver",
    text: "Esta dirección solo espera un inicio de sesión con Google.",
  },
};
