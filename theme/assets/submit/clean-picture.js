import { encodeBytes } from "./base64url.js";

/** Pixels along the longer side, at most: enough to read a page that was photographed. */
const PICTURE_SIDE = 1600;

const PICTURE_QUALITY = 0.8;

/**
 * A picture drawn anew: only its pixels come along. Place, time, camera, serial numbers, thumbnails and whatever else lay in the file stay behind. What can be seen in it stays.
 * @param {Blob} file - what somebody chose.
 * @returns {Promise<{type: string, data: string}>} a JPEG in base64url.
 * @throws where the browser cannot read it as a picture.
 */
export async function cleanPicture(file) {
  if (!drawsTruly()) {
    throw new Error("This browser does not let a page draw pictures (Tor Browser asks first, and gives noise otherwise).");
  }
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, PICTURE_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff"; // what was transparent
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const drawn = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", PICTURE_QUALITY));
  if (drawn?.type !== "image/jpeg") {
    throw new Error("The picture could not be written.");
  }
  return { type: drawn.type, data: encodeBytes(new Uint8Array(await drawn.arrayBuffer())) };
}

/** Whether what is drawn can be read back: browsers that hide their fingerprint give white or noise instead, and nobody would see it before the picture arrived. */
function drawsTruly() {
  const canvas = document.createElement("canvas");
  canvas.width = 8;
  canvas.height = 8;
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#c83214";
  pen.fillRect(0, 0, 8, 8);
  const { data } = pen.getImageData(0, 0, 8, 8);
  return data.every((value, at) => value === [200, 50, 20, 255][at % 4]);
}
