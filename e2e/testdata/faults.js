document.querySelector(".wide").style.width = "700px";
console.error("said in the console", 7);
setTimeout(() => { throw new Error("thrown and not caught"); });
Promise.reject(new Error("rejected and not caught"));
