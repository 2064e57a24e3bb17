// What the kernel tells: every message arrives, and what a cell throws, at once or later, is a Jupyter `error` message
// with the line and column of the cell, for the runner, JupyterLab and VS Code alike.
"use strict";
const { join } = require("node:path");
const { describeDiagnostics, describeThrown } = require("./shim-errors.cjs");

/** How long the kernel waits at its end for timers and promises of the cells, in milliseconds. */
const SETTLE = 2000;
/** The exit code that says that a port was taken. */
const PORT_TAKEN = 98;

/** The execution that runs now, or ran last. */
let current = null;
const executions = new Map();
const requests = new WeakMap();

/**
 * One send at a time: ZeroMQ refuses a send while another waits, or while the socket is being bound, and tslab would lose
 * that message. Returns how to open the queue, once the kernel listens, and how to wait for its end.
 */
function queueSends(zmq) {
  let open;
  let sent = new Promise((resolve) => {
    open = resolve;
  });
  zmq.Publisher = class extends zmq.Publisher {
    constructor(options) {
      // a reader slower than the cell gets everything all the same
      super({ ...options, sendHighWaterMark: 0 });
    }
    send(parts) {
      const send = () => (this.closed ? undefined : super.send(parts));
      // one message that cannot be sent must not hold up the next
      sent = sent.then(send).catch((error) => process._rawDebug(`message lost: ${error.message}`));
      return sent;
    }
  };
  return { open, sent: () => sent };
}

function sendError(execution, error) {
  if (execution === null || execution.ended) return;
  const { message, server } = execution;
  const reply = message.createReply();
  reply.header.msg_type = "error";
  reply.metadata = { perfil: { line: error.line, column: error.column } };
  reply.content = { ename: error.ename, evalue: error.evalue, traceback: error.traceback };
  reply.signAndSend(server.connInfo.key, server.iopub);
}

/** A message of what was thrown after its cell ended goes to the cell that it came from. */
function sendLate(thrown, describe) {
  const error = describe(thrown, current);
  const origin = executions.get(error.execution) ?? current;
  if (origin === null) console.error(thrown);
  else sendError(origin, origin === current ? error : describe(thrown, origin));
}

function followExecutions({ JupyterHandlerImpl, ZmqServer }, positions, describe) {
  const handleExecute = ZmqServer.prototype.handleExecute;
  ZmqServer.prototype.handleExecute = function (socket, message) {
    requests.set(message.content, { server: this, message });
    return handleExecute.call(this, socket, message);
  };
  const handleExecuteImpl = JupyterHandlerImpl.prototype.handleExecuteImpl;
  JupyterHandlerImpl.prototype.handleExecuteImpl = async function (request, writeStream, writeDisplayData) {
    const execution = { ...requests.get(request), number: this.execCount + 1, code: request.code, problems: [] };
    executions.set(execution.number, execution);
    current = execution;
    const write = (name, text) => writeStream(name, positions.inCells(text));
    try {
      return await handleExecuteImpl.call(this, request, write, writeDisplayData);
    } catch (thrown) {
      // tslab throws the execution's number for a cell that failed; an Error is the compiler's own failure
      if (thrown instanceof Error) execution.problems.push(thrown);
      throw thrown;
    } finally {
      // a rejection that nobody handles is told only when the turn ends: before the cell counts as done
      await new Promise((resolve) => setImmediate(resolve));
      const [first] = execution.problems;
      if (first?.diagnostic) sendError(execution, describeDiagnostics(execution.problems, execution));
      else if (execution.problems.length > 0) sendError(execution, describe(first, execution));
    }
  };
}

/** Takes what a cell threw as a value, where tslab only prints it. */
function catchErrors(executor) {
  const createExecutor = executor.createExecutor;
  executor.createExecutor = (folder, converters, print) => {
    const error = (format, ...values) => {
      const [file, line, column, text] = values;
      if (format === "%s%d:%d - %s" && values.length === 4)
        current.problems.push({ diagnostic: true, file: file.trim(), line, column, text });
      else current.problems.push(format);
    };
    return createExecutor(folder, converters, { ...print, error });
  };
}

/** `process.exit` in a cell ends the kernel, but first the cell's output goes out and the line is named. */
function announceExit(sent, describe) {
  const exit = process.exit;
  process.exit = (code) => {
    if (current === null) exit(code);
    const error = new Error(`process.exit(${code ?? ""}) ended the kernel`);
    error.name = "ProcessExit";
    sendError(current, describe(error, current));
    current.ended = true;
    sent().finally(() => exit(code));
    throw error;
  };
  return exit;
}

function pending() {
  return process.getActiveResourcesInfo().filter((name) => /^(Timeout|Immediate|FSReq|.*ReqWrap$)/.test(name)).length;
}

/** Waits until the cells' timers and requests are through, or for as long as a kernel waits. */
async function settle(quiet) {
  const end = performance.now() + SETTLE;
  await new Promise((resolve) => setImmediate(resolve));
  while (pending() > quiet && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20).unref());
  }
}

function messageType(parts) {
  const delimiter = parts.findIndex((part) => part.toString("latin1") === "<IDS|MSG>");
  return JSON.parse(parts[delimiter + 2].toString("utf8")).msg_type;
}

function endInOrder({ ZmqServer }, { open, sent }, exit, describe) {
  const { init, handleShellMessage, close } = ZmqServer.prototype;
  let quiet = 0;
  ZmqServer.prototype.init = async function () {
    // tslab's own listeners only print
    process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => sendLate(error, describe));
    process.removeAllListeners("unhandledRejection").on("unhandledRejection", (reason) => sendLate(reason, describe));
    try {
      await init.call(this);
    } catch (error) {
      // Windows refuses the ports that it keeps for others
      const isTaken = error.code === "EADDRINUSE" || error.code === "EACCES";
      console.error(isTaken ? `${error.name}: ${error.message}` : error);
      exit(isTaken ? PORT_TAKEN : 1);
    }
    open();
    quiet = pending();
  };
  ZmqServer.prototype.handleShellMessage = async function (socket, ...parts) {
    if (messageType(parts) === "shutdown_request") await settle(quiet);
    return handleShellMessage.call(this, socket, ...parts);
  };
  ZmqServer.prototype.close = function () {
    sent().finally(() => close.call(this));
  };
}

/** Prepares tslab's modules before tslab starts. */
function prepareMessages(tslab, root, positions) {
  const queue = queueSends(require(require.resolve("zeromq", { paths: [tslab] })));
  const jupyter = require(join(tslab, "dist", "jupyter.js"));
  const describe = (thrown, execution) => describeThrown(thrown, execution, root, positions.inCells);
  positions.nameCells(() => current.number);
  catchErrors(require(join(tslab, "dist", "executor.js")));
  followExecutions(jupyter, positions, describe);
  endInOrder(jupyter, queue, announceExit(queue.sent, describe), describe);
}

module.exports = { prepareMessages };
