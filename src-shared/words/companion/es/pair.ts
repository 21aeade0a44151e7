import type { pair as en } from "../en/pair.ts";
import type { Translated } from "../translated.ts";

export const pair: Translated<typeof en> = {
  title: "Vincular su recepción",
  lead: "Bellhop muestra en su recepción un código, en «Integraciones», bajo «Reservas en línea». Escríbalo aquí.",
  code: "Código de la recepción",
  codeHint: "Ocho letras y cifras. Escriba solo un código que lea en su propia recepción.",
  next: "Continuar",
  unknown:
    "Ninguna recepción espera con este código. Los códigos valen diez minutos; la recepción muestra uno nuevo.",
  confirmTitle: "¿Vincular «{{businessName}}»?",
  confirmLead: "Continúe solo si es su negocio y está delante de su recepción.",
  meansPublish:
    "La recepción publicará los servicios, los nombres del equipo y los horarios, y qué horas están ocupadas, sin decir por quién.",
  meansOwner:
    "{{email}} pasa a ser titular: solo con esta cuenta se puede vincular otra recepción al negocio.",
  meansOther: "Si ya hay una recepción vinculada a este negocio, esta ocupa su lugar.",
  confirm: "Vincular esta recepción",
  otherCode: "Escribir otro código",
  doneTitle: "La recepción está vinculada",
  doneText: "Se entera sola en unos segundos. Sus clientes reservan aquí:",
  foreignTitle: "Este negocio pertenece a otra cuenta",
  foreignText:
    "Inicie sesión con la cuenta que vinculó la primera recepción y escriba el código de nuevo.",
};
