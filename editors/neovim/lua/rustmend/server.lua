---The server: where it is, how it is started, what it is asked.
local M = {}

local NAME = 'rustmend'
local STEP_MS, PATIENCE_MS = 50, 3000

---The `rustmend` of the clone that this plugin lies in, if it was set up there.
---@return string?
local function of_the_clone()
  local file = debug.getinfo(1, 'S').source:sub(2)
  local here = vim.fs.dirname(vim.uv.fs_realpath(file) or file)
  local clone = vim.fs.normalize(vim.fs.joinpath(here, '..', '..', '..', '..'))
  for _, place in ipairs({ '.venv/bin/rustmend', '.venv/Scripts/rustmend.exe' }) do
    local program = vim.fs.joinpath(clone, place)
    if vim.fn.executable(program) == 1 then
      return program
    end
  end
end

---Returns the command line of the server, or what is wrong and how to mend it.
---@return string[]? command
---@return string? problem
function M.command()
  local configured = require('rustmend.options').get().cmd
  if #configured > 0 then
    if vim.fn.executable(configured[1]) == 0 then
      return nil, ('`cmd` in vim.g.rustmend: %s cannot be run'):format(configured[1])
    end
    return configured
  end
  local program = vim.fn.executable(NAME) == 1 and NAME or of_the_clone()
  if not program then
    return nil,
      'the program `rustmend` is not on PATH: install it with pipx, or set `cmd` in vim.g.rustmend'
        .. ' (:help rustmend-install)'
  end
  return { program, 'lsp' }
end

---For `cmd` of the configuration.
---@param dispatchers vim.lsp.rpc.Dispatchers
---@param config vim.lsp.ClientConfig
---@return vim.lsp.rpc.PublicClient
function M.start(dispatchers, config)
  local command, problem = M.command()
  if not command then
    error('rustmend: ' .. problem, 0)
  end
  require('rustmend.progress').watch()
  require('rustmend.marker').watch()
  return vim.lsp.rpc.start(command, dispatchers, {
    cwd = config.cmd_cwd,
    env = config.cmd_env,
    detached = config.detached,
  })
end

---Returns the client of a buffer, else any that runs.
---@param bufnr? integer
---@return vim.lsp.Client?
function M.client(bufnr)
  local here = vim.lsp.get_clients({ name = NAME, bufnr = bufnr or 0 })
  return here[1] or vim.lsp.get_clients({ name = NAME })[1]
end

---@param client vim.lsp.Client
---@param command string Name without `rustmend.`
---@return boolean
function M.can(client, command)
  local provider = client.server_capabilities.executeCommandProvider
  return vim.list_contains(provider and provider.commands or {}, 'rustmend.' .. command)
end

---@param message string
---@param level? integer
function M.say(message, level)
  message = message:gsub('^rustmend: ', '')
  vim.notify('rustmend: ' .. message, level or vim.log.levels.INFO)
end

---Says why no server runs.
function M.tell_why_not()
  local _, problem = M.command()
  local why = problem or 'the server does not run: open a Rust file, or :Rustmend restart'
  M.say(why, vim.log.levels.WARN)
end

---Runs a command of the server. `on_result` gets its result, and the client; what goes wrong is
---said, or given to `on_error` where there is one.
---@param command string Name without `rustmend.`
---@param argument? table
---@param on_result? fun(result: any, client: vim.lsp.Client)
---@param on_error? fun(message: string)
function M.run(command, argument, on_result, on_error)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = M.client(bufnr)
  if not client then
    return M.tell_why_not()
  end
  if not M.can(client, command) then
    local version = (client.server_info or {}).version or 'unknown'
    return M.say(
      ('this server (version %s) cannot do this: bring it up to date'):format(version),
      vim.log.levels.WARN
    )
  end
  local params = { command = 'rustmend.' .. command, arguments = { argument } }
  client:request('workspace/executeCommand', params, function(failure, result)
    if failure then
      (on_error or M.say)(failure.message)
    elseif on_result then
      on_result(result, client)
    end
  end, bufnr)
end

---Returns the buffers that the server looks after, or would.
---@return integer[]
local function buffers()
  return vim
    .iter(vim.api.nvim_list_bufs())
    :filter(function(bufnr)
      return vim.api.nvim_buf_is_loaded(bufnr)
        and vim.bo[bufnr].filetype == 'rust'
        and vim.bo[bufnr].buftype == ''
    end)
    :totable()
end

local function begin()
  local enabled = vim.fn.exists('#nvim.lsp.enable#FileType') == 1
  if vim.lsp.is_enabled then -- Neovim 0.12
    enabled = vim.lsp.is_enabled(NAME)
  end
  if not enabled then
    return M.say("it is not enabled: vim.lsp.enable('rustmend')", vim.log.levels.WARN)
  end
  for _, bufnr in ipairs(buffers()) do
    vim.api.nvim_exec_autocmds('FileType', {
      group = 'nvim.lsp.enable',
      buffer = bufnr,
      modeline = false,
    })
  end
end

---Stops the server, if it runs, and starts it again for all its buffers.
function M.restart()
  local clients = vim.lsp.get_clients({ name = NAME })
  for _, client in ipairs(clients) do
    client:stop()
  end
  local waited = 0
  local function look()
    local running = vim.iter(clients):filter(function(client)
      return not client:is_stopped()
    end)
    if running:peek() == nil then
      return begin()
    end
    waited = waited + STEP_MS
    if waited > PATIENCE_MS then
      running:each(function(client)
        client:stop(true)
      end)
    end
    vim.defer_fn(look, STEP_MS)
  end
  look()
end

return M
