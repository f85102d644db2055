-- With this folder on the runtimepath: vim.lsp.enable('rustmend')
---@type vim.lsp.Config
return {
  cmd = function(dispatchers, config)
    return require('rustmend.server').start(dispatchers, config)
  end,
  filetypes = { 'rust' },
  root_dir = function(bufnr, on_dir)
    require('rustmend.root').find(bufnr, on_dir)
  end,
  reuse_client = function(client, config)
    return require('rustmend.root').reuse(client, config)
  end,
  before_init = function(params)
    params.initializationOptions = require('rustmend.options').get().settings
  end,
  handlers = {
    ['rustmend/status'] = function(_, status, context)
      require('rustmend.status').on_status(status, context.client_id)
    end,
    ['window/showDocument'] = function(...)
      return require('rustmend.window').on_show_document(...)
    end,
  },
  commands = {
    ['rustmend.moreFixes'] = function(command, context)
      require('rustmend.fixes').choose(context.client_id, command.arguments[1])
    end,
    ['rustmend.fixAll'] = function()
      require('rustmend.fixes').fix_all()
    end,
  },
}
